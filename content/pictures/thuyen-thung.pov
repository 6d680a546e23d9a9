// Basket boats on the sand at dawn.
#include "common.inc"
camera { location <.2,1.9,-6.4> right x*(3/2) up y look_at <.15,.72,1> angle 48 }
light_source { <70,20,40> color rgb <1,.80,.58>*2.9 area_light x*4,y*4,3,3 adaptive 1 jitter }
light_source { <-40,60,-50> color rgb <.58,.70,.95>*1.0 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(255,214,170)][.07 C3(250,212,184)][.3 C3(176,198,220)][1 C3(96,138,182)]} }
  pigment { bozo turbulence .8 lambda 2.3 color_map {[.5 rgbt 1][.8 rgbt <1,.86,.74,.4>][1 rgbt <1,.9,.82,.2>]} scale <1,.1,.4> } }
fog { fog_type 1 distance 420 color C3(246,216,186) }
#declare FS=function { pigment { bozo turbulence .5 scale .5 color_map {[0 rgb 0][1 rgb 1]} } }
#declare FB=function { pigment { bumps scale .16 color_map {[0 rgb 0][1 rgb 1]} } }
height_field { function 460,460 { .5+.28*FS(x*9,0,y*9).grey+.14*FB(x*14,0,y*14).grey } smooth translate <-.5,-.6,-.5> scale <26,.42,20> rotate x*2.2 translate <0,-.02,2.6> 
  pigment { bozo turbulence .5 color_map {[0 C3(206,182,144)][1 C3(226,206,172)]} scale .7 } normal {granite .12 scale .12} }
plane { y,-.32 Water(C3(60,104,116)*.6,.10,.7,.08,1.8) }
#for (K,0,5) sphere_sweep { b_spline 20 #for (J,-1,18) <-26+J*3.1+RR(-.3,.3),-.30,9.2+K*1.3+.35*sin(J*.9+K*2)+RR(-.12,.12)>,.05+RR(0,.05)*(K<2) #end pigment {C3(248,246,240)} finish {diffuse .9} } #end
#for (K,0,2) object { Ridge(11+K*4,.22,1.3) scale <260,26-K*5,60> translate <-150+K*170,-3,240+K*60> pigment {C3(132,148,160)} } #end
// the basket: a bowl of crossed bamboo strips with a thick rim
#macro Weave(Tone) pigment { function { .5+.5*sin(atan2(x,z)*46+y*34)*sin(atan2(x,z)*46-y*34) } color_map {[0 Tone*.34][.35 Tone*.7][.7 Tone][1 Tone*1.18]} } normal { function { .5+.5*sin(atan2(x,z)*46+y*34)*sin(atan2(x,z)*46-y*34) } .5 } finish {specular .12 roughness .08} #end
#macro Basket(Tone,Band)
union {
  #local Sp=spline { cubic_spline -.1,<0,0,0> 0,<0,0,0> .2,<.55,.02,0> .45,<.92,.2,0> .7,<1.08,.5,0> 1,<1.1,.74,0> 1.1,<1.1,.8,0> } object { LMesh(Sp,90,40) Weave(Tone) }
  #local Sp=spline { cubic_spline -.1,<0,.03,0> 0,<0,.03,0> .2,<.54,.05,0> .45,<.89,.23,0> .7,<1.05,.52,0> 1,<1.07,.74,0> 1.1,<1.07,.8,0> } object { LMesh(Sp,90,40) Weave(Tone*.8) }
  torus {1.1,.055 translate y*.74 pigment { bozo color_map {[0 C3(150,112,62)][1 C3(186,146,90)]} scale <.3,.05,.3> } }
  torus {1.13,.028 translate y*.67 pigment {C3(130,96,54)} } torus {1.05,.028 translate y*.67 pigment {C3(120,88,50)} }
  #for (K,0,35) torus {.075,.011 rotate x*90 translate <1.1,.72,0> rotate y*K*10 pigment {Band} } #end
  #for (K,-1,1) box {<-1,.14,K*.34-.05>,<1,.18,K*.34+.05> pigment {C3(140,106,70)} } #end
}
#end
object { Basket(C3(196,160,104),C3(54,104,150)) rotate <0,20,0> translate <-.62,-.19,-.5> }
object { Basket(C3(178,140,88),C3(170,50,40)) rotate <0,20,0> rotate z*-62 translate <2.55,.28,.9> rotate y*8 }
object { Basket(C3(206,172,116),C3(240,236,224)) rotate <180,50,0> scale <1,1,1> translate <-3.3,.72,2.3> }
object { Basket(C3(160,126,80),C3(60,120,90)) rotate <4,20,0> translate <1.2,-.1,4.1> }
object { Basket(C3(186,150,98),C3(54,104,150)) rotate <0,70,3> translate <4.9,-.12,5.0> }
object { Basket(C3(190,152,100),C3(54,104,150)) rotate <180,10,2> translate <-1.4,.66,5.6> }
// oars, nets and floats
#for (K,0,1) union { cylinder {0,x*1.9,.024} sphere {0,1 scale <.3,.022,.1> translate x*2.1} pigment {wood turbulence .05 color_map {[0 C3(150,112,72)][1 C3(112,80,50)]} scale .05 rotate y*90} rotate z*(21+K*2) rotate y*(20+K*22) translate <-1.3+K*.3,.06,-.75+K*.1> } #end
union { #for (K,1,150) sphere_sweep { b_spline 6 #for (J,0,5) <RR(-.5,.5),RR(0,.26),RR(-.36,.36)>,.007 #end pigment {C3(60,120,112)*RR(.7,1.3)} } #end #for (K,1,15) sphere {<RR(-.5,.5),RR(.1,.3),RR(-.4,.4)>,.055 scale <1,1,1> pigment {C3(226,90,40)} finish {specular .5}} #end translate <-.62,.12,-.5> }
union { #for (K,1,120) sphere_sweep { b_spline 6 #for (J,0,5) <RR(-.6,.6),RR(0,.2),RR(-.4,.4)>,.008 #end pigment {C3(190,180,150)*RR(.6,1.1)} } #end #for (K,1,12) sphere {<RR(-.5,.5),RR(.08,.22),RR(-.4,.4)>,.05 pigment {C3(240,238,230)}} #end translate <1.15,-.02,-1.5> }
// a man looks at his rim, another goes to the water
object { Person(24,<.34,.86,.1>,<.36,.88,-.1>,C3(70,100,128),C3(52,50,56),1,.12) rotate y*205 translate <1.1,-.06,.35> }
object { Person(3,<.12,.9,.22>,<-.1,.9,-.22>,C3(196,190,176),C3(50,56,70),0,.24) rotate y*-80 translate <-2.3,-.1,6.9> }
#for (K,0,4) union { object { Basket(C3(150,120,84),C3(60,60,60)) } object { Person(0,<.24,.96,.2>,<.24,.96,-.2>,C3(120,60,60),C3(44,44,52),1,.05) translate y*.1 } translate <-16+K*8+RR(-2,2),-.45,26+RR(0,16)> } #end
