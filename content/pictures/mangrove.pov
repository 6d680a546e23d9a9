// Mangrove seedlings in rows on wet mud at low tide.
#include "common.inc"
camera { location <-.5,1.15,-3.2> right x*(4/3) up y look_at <.25,.42,2.4> angle 54 aperture .03 blur_samples 14 focal_point <.0,.35,.3> variance .002 confidence .9 }
light_source { <-3800,2300,5200> color rgb <1,.92,.76>*2.8 area_light x*500,y*500,2,2 adaptive 0 jitter }
light_source { <1000,6000,-3000> color rgb <.6,.74,.95>*1.1 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(226,226,212)][.12 C3(206,218,218)][.4 C3(150,184,206)][1 C3(90,136,182)]} } pigment { wrinkles turbulence .5 color_map {[.35 rgbt 1][.6 rgbt <1,.98,.95,.35>][1 rgbt <.86,.86,.86,.15>]} scale <.7,.2,.7> translate 3 } }
fog { distance 95 color C3(212,216,208) }
#declare FM=function { pigment { bozo turbulence .45 color_map {[0 rgb 0][1 rgb 1]} scale .055 } }
#declare FMs=function { pigment { wrinkles color_map {[0 rgb 0][1 rgb 1]} scale .012 } }
#declare FMg=function { pigment { granite color_map {[0 rgb 0][1 rgb 1]} scale .008 } }
#declare MudH=function(x,y) { .5+.40*(FM(x,y,0).grey-.5)+.13*(FMs(x,y,0).grey-.5)+.03*FMg(x,y,0).grey }
#declare Mud=texture { gradient y texture_map {
   [.0 pigment {C3(74,64,54)} finish {specular .7 roughness .02 reflection {.05 .5 fresnel on} conserve_energy}]
   [.5 pigment {bozo color_map {[0 C3(96,82,68)][1 C3(112,98,82)]} scale .05} normal {granite .25 scale .04} finish {specular .6 roughness .03 reflection {.02 .3 fresnel on} conserve_energy}]
   [1 pigment {C3(136,122,104)} normal {granite .3 scale .05} finish {specular .25 roughness .06}] } }
height_field { function 1400,1400 { MudH(x,y) } smooth interior {ior 1.4} texture {Mud} translate <-.5,-.5,-.5> scale <26,.62,26> translate <0,0,8.6> }
#macro MH(X,Z) (.62*(MudH(X/26+.5,(Z-8.6)/26+.5)-.5)) #end
plane { y,-.012 interior {ior 1.33} texture { pigment {C3(70,72,64)} normal {average normal_map {[1 bumps .03 scale .25][1 ripples .02 scale .3 turbulence .5]}} finish {diffuse .3 reflection {.08 .95 fresnel on} conserve_energy} } }
// seedling: curved stem with leaf pairs
#macro Leaf(L,W) #local LX=function(u,v,q) { L*u } #local LY=function(u,v,q) { .14*L*sin(pi*u)+abs(v)*.22*W*sin(pi*u) - .25*L*u*u } #local LZ=function(u,v,q) { v*W*pow(sin(pi*min(1,.03+u*.97)),.7) } PMesh(LX,LY,LZ,0,1,-1,1,10,4) #end
#declare Lf=Leaf(.125,.030)
#macro Seedling(H,Nl)
 union { #local Bx=RR(-.06,.06); sphere_sweep { b_spline 5 <0,-.15,0>,.012 <0,0,0>,.011 <Bx*.4,H*.45,0>,.009 <Bx,H*.9,0>,.006 <Bx,H*1.15,0>,.004 pigment {bozo color_map {[0 C3(104,84,58)][1 C3(110,118,62)]} scale .1} }
   #for (I,0,Nl-1) #local T=.42+.5*I/Nl; #for (S,0,1) object {Lf scale RR(.8,1.3)*<1,1,1> rotate z*RR(8,46) rotate y*(S*180+I*90+RR(-24,24)) translate <Bx*T,H*T,0> } #end #end
   #for (S,0,2) object {Lf scale .8 rotate z*RR(50,75) rotate y*(S*120+RR(-20,20)) translate <Bx,H*.93,0>} #end
   pigment {C3(70,112,44)*RR(.8,1.25)} finish {diffuse .75 specular .35 roughness .04} }
#end
#declare SdA=array[8]; #for (I,0,7) #declare SdA[I]=Seedling(RR(.4,.66),int(RR(4,6.9))) #end
#for (Rw,-7,8) #for (I,0,26) #local X=Rw*.95+RR(-.13,.13)+.25; #local Z=-2.0+I*.72+RR(-.14,.14)+mod(Rw+20,2)*.3;
  #if (rand(R)<.93 & !(abs(X+.5)<.42 & Z<-.9)) object {SdA[int(rand(R)*7.99)] rotate <RR(-8,8),RR(0,360),RR(-8,8)> scale RR(.8,1.15) translate <X,MH(X,Z)-.02,Z>} #if (rand(R)<.4) cylinder {<X+.07,MH(X,Z)-.1,Z>,<X+RR(.04,.1),MH(X,Z)+RR(.5,.75),Z>,.009 pigment {C3(170,150,100)}} #end #end #end #end
// crabs' holes and shells, footprints
#for (I,1,160) #local X=RR(-3,3); #local Z=RR(-2.4,4); sphere {0,RR(.008,.022) scale <1,.7,1.2> translate <X,MH(X,Z)+.004,Z> pigment {C3(190,178,160)*RR(.3,1)}} #end
// grown mangrove at the far edge
#declare T1=union{object{Bush(26,C3(62,90,44))} #for(I,1,18) cylinder {<RR(-.6,.6),0,RR(-.5,.5)>,<RR(-.9,.9),-1.1,RR(-.7,.7)>,.03 pigment{C3(70,58,50)}} #end }
#for (I,1,44) object {T1 rotate y*RR(0,360) scale RR(1.2,2.4)*<1.2,1,1> translate <RR(-24,26),RR(1.4,1.9),RR(19,27)>} #end
#for (I,1,50) object {T1 scale RR(2,3.6) translate <RR(-44,44),2.6,RR(34,44)>} #end
object { Ridge(3,.2,1.2) pigment {C3(80,100,90)} scale <260,17,40> translate <50,-1,120> }
// planters in the distance
object { Person(42,<.5,.25,.15>,<.45,.3,-.2>,pigment {C3(150,50,60)},pigment {C3(44,44,54)},1,.12) rotate y*200 translate <2.7,.0,9.5> }
object { Person(5,<.25,.9,.2>,<.15,.85,-.25>,pigment {C3(60,90,130)},pigment {C3(44,44,54)},1,.12) rotate y*30 translate <4.2,0,11.5> }
object { Person(30,<.5,.5,.15>,<.45,.55,-.2>,pigment {C3(200,190,170)},pigment {C3(60,50,50)},1,.12) rotate y*170 translate <-5.4,0,13> }
