// Paper lanterns in a workshop.
#declare RAD=0;
#include "common.inc"
camera { location <.3,1.45,-4.3> right x*(2/3) up y look_at <.05,1.72,2> angle 43 aperture .07 blur_samples 16 focal_point <0,1.9,.2> variance .002 confidence .9 }
light_source { <-7,4.2,3> color rgb <.75,.86,1>*2.6 spotlight point_at <1,0,2> radius 40 falloff 70 area_light y*2,z*2,4,4 adaptive 1 jitter }
light_source { <0,5,-7> color rgb <.62,.6,.62>*.6 shadowless }
#declare Wood=texture { pigment { wood turbulence .07 octaves 3 color_map {[0 C3(116,82,54)][.5 C3(88,60,40)][1 C3(62,42,30)]} scale .07 rotate y*90 rotate x*4 } finish { specular .12 roughness .08 } }
#declare Bamb=texture { pigment { gradient x color_map {[0 C3(176,144,84)][.9 C3(196,168,106)][.92 C3(104,80,46)][1 C3(150,120,70)]} scale .5 } finish { specular .3 roughness .04 } }
#declare Wall=texture { pigment { wrinkles turbulence .4 color_map {[0 C3(128,112,82)][.5 C3(150,132,98)][1 C3(96,82,62)]} scale .6 } normal {granite .12 scale .4} }
// room
box {<-3.2,-.1,-6>,<3.4,0,7> pigment { brick C3(70,46,38), C3(122,72,54) brick_size <.4,1,.4> mortar .012 } normal {granite .1 scale .3} finish {specular .15 roughness .08} }
difference { box {<-3.3,-.1,-6>,<-3.1,4.2,7>} box {<-4,1,1.2>,<-3,2.7,2.9>} box {<-4,1,3.7>,<-3,2.7,5.2>} texture {Wall} }
box {<3.2,-.1,-6>,<3.4,4.2,7> texture {Wall}}
difference { box {<-3.3,-.1,6.6>,<3.4,4.2,7>} box {<-1.9,.0,6>,<-.4,2.4,8>} box {<.7,1.2,6>,<2.2,2.5,8>} texture {Wall} }
box {<-6,-1,9>,<6,5,9.1> pigment { gradient y color_map {[0 C3(160,190,140)][.3 C3(214,226,206)][1 C3(240,244,246)]} scale 5 } finish {emission .75} }
#for (K,0,5) object { Bush(12,C3(90,124,60)) scale RR(.5,.9) translate <RR(-2.6,2.8),RR(.2,.8),8.4> } #end
box {<-8,-1,-1>,<-7.9,5,8> pigment {C3(226,236,246)} finish {emission .9}}
#for (Q,0,1) #for (J,0,3) box {<-3.25,1+J*.57-.03,1.2+Q*2.5>,<-3.15,1+J*.57+.03,2.9+Q*2.4> texture {Wood}} #end #for (J,0,3) box {<-3.25,1,1.2+Q*2.5+J*.54-.03>,<-3.15,2.7,1.2+Q*2.5+J*.54+.03> texture {Wood}} #end #end
#for (K,0,3) box {<.7+K*.48,1.2,6.7>,<.75+K*.48,2.5,6.8> texture {Wood}} #end
// beams and poles
#for (K,0,6) box {<-3.2,3.2,-3+K*1.7>,<3.3,3.42,-2.8+K*1.7> texture {Wood}} #end
box {<-3.2,3.75,-6>,<3.4,3.8,7> texture {Wood rotate y*90}}
#for (K,0,6) cylinder {<-3.2,2.92+.04*mod(K,2),-1.2+K*1.05>,<3.3,2.96-.05*mod(K,3),-1.15+K*1.05>,.028 texture {Bamb}} #end
// ---- lanterns: ribbed skins from functions; Kind 0 globe 1 garlic 2 drum 3 diamond
#macro Lantern(Kind,Rd,Hh,Col,Lit)
 #local NR=18;
 #local PR=function(v) { #switch (Kind) #case (0) Rd*sqrt(max(0,1-pow(2*v-1,2)*.93)) #break #case (1) Rd*(.26+.74*pow(sin(pi*min(1,v*.92+.04)),1.0)*(.45+.75*v))*.86 #break #case (2) Rd*.66*(1-.18*pow(abs(2*v-1),6))*(1+.02*sin(v*40)) #break #else Rd*(1-.86*abs(2*v-1)) #end }
 #local FX=function(u,v,q) { PR(v)*(1+.030*(1-abs(sin(u*NR/2))) )*cos(u) }
 #local FZ=function(u,v,q) { PR(v)*(1+.030*(1-abs(sin(u*NR/2))) )*sin(u) }
 #local FY=function(u,v,q) { Hh*(v-.5) }
 union {
  object { PMesh(FX,FY,FZ,0,2*pi,0,1,72,20)
   texture { pigment { gradient y color_map {[0 Col*.7][.45 Col][.55 Col][1 Col*.65]} scale Hh translate -y*Hh*.5 } normal {wrinkles .12 scale .05}
     finish { diffuse .62 emission #if (Lit) 1.15 #else .05 #end specular .08 } }
   texture { pigment { leopard turbulence .3 color_map {[.0 rgbt 1][.72 rgbt 1][.8 rgbt <1,.86,.5,.45>][1 rgbt <1,.9,.6,.3>]} scale .028 } finish { diffuse .6 emission #if (Lit) .6 #else 0 #end } }
   texture { pigment { granite color_map {[0 rgbt <.2,.1,.05,.6>][.5 rgbt 1]} scale .3 } } }
  #for (S,-1,1,2) cylinder {y*S*Hh*.49,y*S*(Hh*.5+.05),max(.05,PR((S+1)/2)*1.05) texture {pigment {C3(64,40,26)} finish {specular .3}}} #end
  // tassel
  cylinder {-y*(Hh*.5),-y*(Hh*.5+.14),.006 pigment {C3(170,130,50)}} sphere {-y*(Hh*.5+.14),.024 pigment {C3(190,150,60)}}
  #for (I,1,22) #local A=I*360/22; cylinder {-y*(Hh*.5+.14),vrotate(<.022,0,0>,y*A)-y*(Hh*.5+RR(.36,.42)),.0035 pigment {C3(190,146,56)}} #end
  cylinder {y*Hh*.5,y*(Hh*.5+1.2),.004 pigment {C3(40,30,24)}}
  #if (Lit) light_source { 0 color Col*.9 fade_distance .5 fade_power 2 } #end
 no_shadow }
#end
#declare LC=array[8]; #declare LC[0]=C3(196,40,34); #declare LC[1]=C3(236,170,50); #declare LC[2]=C3(52,104,140); #declare LC[3]=C3(232,214,176); #declare LC[4]=C3(74,128,80); #declare LC[5]=C3(206,92,120); #declare LC[6]=C3(120,70,140); #declare LC[7]=C3(226,112,44);
#macro Put(K,Rd,Hh,C,L,P) object { Lantern(K,Rd,Hh,LC[C],L) rotate y*RR(0,90) rotate z*RR(-2,2) translate P } #end
Put(0,.34,.56,0,1,<-.42,2.02,.2>) Put(1,.30,.52,1,1,<.36,2.26,.5>) Put(3,.27,.62,2,0,<.78,1.72,-.1>) Put(2,.3,.6,3,1,<-.95,2.3,.9>)
Put(0,.26,.42,4,0,<.08,1.55,1.0>) Put(0,.28,.44,7,1,<1.15,2.28,1.3>) Put(1,.28,.5,5,0,<-1.2,1.7,1.6>) Put(2,.26,.5,6,0,<.52,1.86,1.9>)
Put(0,.3,.5,3,1,<-.3,2.3,2.2>) Put(3,.26,.5,1,0,<-.75,1.95,2.7>) Put(1,.28,.46,0,0,<1.5,1.8,2.4>) Put(0,.27,.42,5,1,<.9,2.4,3.2>) Put(0,.3,.5,2,1,<-1.5,2.3,3.3>)
Put(0,.3,.48,7,0,<.1,2.05,3.7>) Put(1,.3,.5,4,1,<-.6,2.42,4.6>) Put(2,.28,.5,0,1,<1.6,2.35,4.4>) Put(0,.28,.46,1,1,<.5,2.4,5.2>) Put(0,.28,.46,6,0,<2.2,2.1,3.6>) Put(0,.28,.46,4,0,<-2.2,2.15,2.2>) Put(0,.27,.44,0,0,<2.1,2.4,2>)
Put(0,.3,.48,5,0,<-1.1,2.75,-.6>) Put(1,.28,.48,4,1,<1.15,2.78,-.4>) Put(0,.3,.48,2,0,<.15,2.95,-.2>)
// ---- bench with frames, tools, paste pots
union { box {<-1.5,.72,.6>,<1.9,.78,1.7>} #for (I,0,1) #for (J,0,1) box {<-1.4+I*3.1,0,.7+J*.8>,<-1.3+I*3.1,.72,.8+J*.8>} #end #end box {<-1.4,.2,.75>,<1.8,.24,1.6>} texture {Wood} }
#macro Frame(Rd,Hh) union { #for (I,0,17) sphere_sweep { b_spline 9 #for (J,-1,7) #local V=max(0,min(1,J/6)); #local RR2=Rd*sqrt(max(0.04,1-pow(2*V-1,2)*.93)); <RR2*cos(I*pi/9),Hh*V,RR2*sin(I*pi/9)>,.006 #end } #end torus {Rd*.28,.016} torus {Rd*.28,.016 translate y*Hh} pigment {C3(196,166,104)} finish {specular .2} } #end
object {Frame(.25,.42) translate <-.9,.79,1.1>} object {Frame(.22,.36) rotate x*72 translate <.25,1.0,1.2>} object {Frame(.24,.4) translate <1.25,.79,1.25>} object {Frame(.26,.42) translate <-2.2,0,2.4>} object {Frame(.26,.42) translate <-1.9,.43,2.6>} object {Frame(.26,.42) translate <2.4,0,2.8>} object {Frame(.3,.5) rotate z*80 translate <-1.2,.25,-.1>}
#for (I,0,6) cylinder {0,x*RR(.8,1.3),RR(.02,.036) rotate y*RR(-14,14) rotate z*90*0 translate <.2+RR(-.1,.2),.8+I*.02,.8+I*.03> pigment {LC[int(rand(R)*7.99)]*.8} normal{wrinkles .3 scale .05} } #end
#for (I,0,3) union { lathe { cubic_spline 6 <0,0>,<.06,0>,<.08,.06>,<.075,.12>,<.06,.12>,<.05,.11> pigment {C3(210,206,196)} finish {specular .5}} cylinder {<0,.05,0>,<.03,.28,.02>,.006 pigment {C3(150,110,60)}} translate <-.35+I*.17,.78,.75+.06*mod(I,2)> } #end
#for (I,1,26) box {0,<RR(.05,.2),.003,RR(.04,.12)> rotate <RR(0,4),RR(0,360),0> translate <RR(-1.4,1.7),RR(.002,.01),RR(-.8,.5)> pigment {LC[int(rand(R)*7.99)]} } #end
#for (I,0,8) cylinder {<2.75+RR(-.2,.2),0,1+I*.2>,<3.15,2.5,1+I*.22>,.025 texture {Bamb rotate z*90}} #end
// maker at the bench, seated
object { Person(22,<.5,1.0,.18>,<.48,1.02,-.16>,pigment {C3(90,110,130)},pigment {C3(44,44,54)},0,.05) rotate y*165 scale 1 translate <1.1,-.18,2.25> }
