// Market table with fruit in baskets; the street behind out of focus.
#include "common.inc"
camera { location <-.9,2.75,-5.6> right x*1.5 up y look_at <.1,.72,.6> angle 45 aperture .16 blur_samples 9 focal_point <0,.5,-.7> variance .004 confidence .85 }
light_source { <-10,15,-5> color rgb <1,.95,.85>*2.1 area_light <4,0,4>,<0,4,0>,3,3 adaptive 1 jitter }
light_source { <8,10,4> color rgb <.75,.86,1>*.7 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(150,150,140)][1 C3(214,224,230)]} } }
#declare Wd=texture { pigment { wood turbulence .08 octaves 4 color_map {[0 C3(150,120,88)][.5 C3(132,104,76)][1 C3(104,80,58)]} scale .3 rotate y*90 rotate z*3 } normal {granite .15 scale <2,.15,.15>} finish {specular .08} }
#for (K,-2,4) box {<-5,-.12,-1.9+K*.62>,<5,RR(-.012,.012),-1.3+K*.62> texture {Wd translate <RR(-9,9),RR(-4,4),RR(-4,4)>}} #end box {<-5,-.5,-3.15>,<5,-.13,-3.08> texture {Wd}}
// weave: basket of bands
#macro Basket(Rr,Hh) union { #for (J,0,7) #for (I,0,35) #local A=I*10; #local Ro=Rr*(.72+.28*pow((J+.5)/8,.7)); cylinder {vrotate(<Ro+.022*(1-2*mod(I+J,2)),0,0>,y*A)+y*Hh*(J+.5)/8,vrotate(<Ro+.022*(1-2*mod(I+1+J,2)),0,0>,y*(A+10))+y*Hh*(J+.5)/8,Hh*.058} #end #end
   #for (I,0,35) cone {vrotate(<Rr*.73,0,0>,y*I*10),.03,vrotate(<Rr*1.0,Hh,0>,y*I*10),.03} #end torus {Rr*1.01,.05 translate y*Hh} torus {Rr*.98,.04 translate y*(Hh*.95)} cylinder {0,y*.03,Rr*.72} pigment {granite color_map {[0 C3(196,160,104)][1 C3(150,114,66)]} scale .2} finish {specular .15} } #end
// fruit
#declare OrM=union { sphere {0,.2 scale <1.03,.94,1>} pigment {bozo turbulence .3 color_map {[0 C3(236,130,22)][.7 C3(228,112,16)][1 C3(190,130,30)]} scale .16} normal {bumps .35 scale .012} finish {specular .35 roughness .05} }
#declare Or=union { object {OrM} sphere {y*.188,.018 pigment {C3(80,100,40)}} }
#declare Lm=object { sphere {0,.13 scale <1.18,.96,.96>} pigment {bozo turbulence .3 color_map {[0 C3(70,118,30)][.6 C3(96,142,40)][1 C3(160,176,60)]} scale .1} normal {bumps .3 scale .01} finish {specular .4 roughness .04} }
#declare Mg=object { sphere {0,.2 scale <1.4,.9,.95>} pigment {bozo turbulence .4 color_map {[0 C3(236,178,50)][.5 C3(240,190,70)][.8 C3(206,120,50)][1 C3(150,160,60)]} scale .3} finish {specular .3 roughness .05} }
#declare DFx=function(u,v,q) { .24*cos(u)*sin(v)*(1+.06*sin(u*5+v*4)) } #declare DFz=function(u,v,q) { .24*sin(u)*sin(v)*(1+.06*sin(u*5+v*4)) } #declare DFy=function(u,v,q) { .30*cos(v) }
#declare Df=union { object { PMesh(DFx,DFy,DFz,0,2*pi,0,pi,30,16) pigment {bozo color_map {[0 C3(196,30,84)][1 C3(222,60,110)]} scale .15} } 
  mesh { #for (J,0,5) #for (I,0,5) #local V=.45+J*.42; #local U=I*pi/3+J*.55; #local P=<.24*cos(U)*sin(V),.3*cos(V),.24*sin(U)*sin(V)>; #local T=<-sin(U),0,cos(U)>*.045; #local E=P*1.13+y*.13+<cos(U),0,sin(U)>*.045; triangle {P*.98+T,P*.98-T,E} triangle {P*.98+T,E,P*1.04-y*.04} #end #end #for (K,0,6) #local Q=vrotate(<.05,.28,0>,y*K*51); triangle {Q,Q*.8-x*.03,Q+vrotate(<.1,.26,0>,y*K*51)} #end pigment {gradient y color_map {[0 C3(210,70,96)][.5 C3(170,150,70)][1 C3(90,150,60)]} scale .8 translate -y*.35} } finish {specular .35 roughness .04} }
#declare BF1=function(u,v,q) { .62*sin((u-.5)*1.9) } 
#declare Rb2=function(u) { .085*pow(max(0,sin(pi*(.04+.92*u))),.45) }
#declare BFx=function(u,v,q) { (.62+Rb2(u)*cos(v))*sin((u-.5)*1.9) } #declare BFy=function(u,v,q) { (.62+Rb2(u)*cos(v))*cos((u-.5)*1.9)-.62 } #declare BFz=function(u,v,q) { Rb2(u)*sin(v)*(1+.08*cos(v*5)) }
#declare Bn=object { PMesh(BFx,BFy,BFz,0,1,0,2*pi,24,15) pigment {gradient x color_map {[0 C3(90,84,40)][.06 C3(214,190,60)][.8 C3(226,196,56)][.97 C3(150,170,60)][1 C3(80,70,40)]} scale 1.06 translate -x*.53} finish {specular .2 roughness .06} }
#declare Bunch=union { #for (I,0,6) object {Bn rotate x*(-60+I*17) rotate z*RR(-4,4) translate <0,.0,I*.06-.2>} #end cylinder {<.54,-.25,-.25>,<.62,-.14,.2>,.05 pigment {C3(90,80,44)}} }
#macro Heap(Ob,Rr,Hh,N,Sz) #for (I,1,N) #local A=rand(R)*2*pi; #local Q=Rr*sqrt(rand(R)); object {Ob rotate <RR(0,360),RR(0,360),RR(0,360)> scale RR(.9,1.1) translate <Q*cos(A),Hh+.75*Sz+(1-pow(Q/Rr,2))*Rr*.42*RR(.7,1),Q*sin(A)>} #end #end
union { object {Basket(.85,.42)} Heap(Or,.72,.24,60,.2) translate <-1.55,0,-.25> }
union { object {Basket(.8,.36)} #for (I,1,24) #local A=rand(R)*2*pi; #local Q=.6*sqrt(rand(R)); object {Df rotate <RR(-30,30),RR(0,360),RR(-30,30)> translate <Q*cos(A),.45+(1-Q/.6)*.32,Q*sin(A)>} #end translate <.42,0,.15> }
union { object {Basket(.72,.3)} Heap(Lm,.6,.16,90,.13) translate <1.05,0,-1.22> }
union { object {Basket(.85,.4)} Heap(Mg,.7,.22,46,.2) translate <2.3,0,.1> }
object {Bunch scale .95 rotate y*30 translate <-.3,.55,-1.35>} object {Bunch scale .9 rotate y*-15 translate <-.35,.5,-1.0>} object {Bunch scale .95 rotate y*60 translate <3.0,.55,-1.0>}
#for (I,1,9) object {Or rotate <RR(0,360),0,RR(0,360)> translate <-2.6+RR(-.4,1.2),.19,-1.45+RR(-.25,.2)>} #end #for (I,1,7) object {Lm rotate y*RR(0,360) translate <.3+RR(-.4,.5),.125,-1.7+RR(-.15,.2)>} #end
// cut dragon fruit
union { intersection { sphere {0,.26 scale <1,1.15,1>} plane {z,0} pigment {C3(206,40,96)} } cylinder {-z*.004,z*.004,.245 scale <1,1.13,1> pigment {C3(250,248,246)} finish {specular .6}} #for (I,1,130) #local A=rand(R)*2*pi; #local Q=.22*sqrt(rand(R)); sphere {<Q*cos(A),Q*1.13*sin(A),.004>,.0075 pigment {C3(20,20,24)}} #end rotate y*180 rotate x*-58*-1 rotate y*14 translate <2.25,.16,-1.55> }
// leaves under the fruit
#declare BLx=function(u,v,q) { 1.7*u } #declare BLz=function(u,v,q) { .36*v*pow(sin(pi*min(1,.05+u*.93)),.5) } #declare BLy=function(u,v,q) { .02+.05*sin(u*5)*abs(v)+.02*sin(v*3+u*9) }
#for (K,0,5) object { PMesh(BLx,BLy,BLz,0,1,-1,1,30,10) pigment {gradient x color_map {[0 C3(60,110,44)][.5 C3(78,130,54)][1 C3(60,110,44)]} scale .06} finish {specular .3} rotate y*RR(-30,30) translate <-3.2+K*1.05,.012*K,-1.55+RR(-.2,.2)> } #end
// scale, crates and the street
union { cylinder {0,y*.1,.3} box {<-.24,.1,-.2>,<.24,.75,.2>} cylinder {y*.75,y*.95,.05} lathe {cubic_spline 6 <0,.9>,<.1,.94>,<.4,.95>,<.5,1.05>,<.52,1.06>,<.5,1.08> pigment {C3(190,194,196)} finish {specular .8 reflection .2}} cylinder {<0,.45,-.205>,<0,.45,-.215>,.18 pigment {C3(244,242,234)}} box {<-.008,.45,-.22>,<.008,.6,-.216> pigment {C3(190,30,30)}} pigment {C3(54,110,90)} finish {specular .3} translate <-3.1,0,.5> }
plane {y,-1.6 pigment {bozo color_map {[0 C3(120,116,108)][1 C3(96,92,86)]} scale .8} }
#for (I,-5,8) box {<0,-1.6,11>,<RR(1.8,2.4),RR(2.6,6),13> translate x*(I*2.3-3) pigment {srgb <RR(.6,.9),RR(.55,.75),RR(.35,.6)>} } box {<.3,-1.5,10.9>,<1.7,.9,11> translate x*(I*2.3-3) pigment {C3(50,44,40)*RR(.5,2.4)}} box {<0,1,9.4>,<2.1,1.1,11> translate x*(I*2.3-3) pigment {srgb <RR(.2,.8),RR(.2,.5),RR(.2,.5)>}} #end
#for (I,1,9) object { Person(RR(0,8),<.25,.95,.2>,<.15,.9,-.25>,Cloth(),pigment {C3(50,52,62)},(rand(R)<.6),.1) scale 1.2 rotate y*RR(0,360) translate <RR(-6,7),-1.6,RR(5,9)> } #end
#for (I,0,3) object { Bush(14,C3(70,110,50)) scale 1.3 translate <-6+I*4.4,RR(2,3.6),RR(9,10)> } #end
