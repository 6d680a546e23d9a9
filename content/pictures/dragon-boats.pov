// Two dragon boats racing.
#include "common.inc"
camera { location <-10.5,3.4,-13.5> right x*1.5 up y look_at <-.1,1.2,1.6> angle 46 }
light_source { <-4200,4300,-3400> color rgb <1,.95,.84>*2.6 area_light x*300,y*300,2,2 adaptive 0 jitter }
light_source { <3000,6000,2000> color rgb <.6,.74,1>*.55 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(226,230,226)][.15 C3(190,212,226)][.5 C3(124,168,210)][1 C3(70,118,176)]} } pigment { wrinkles turbulence .5 color_map {[.4 rgbt 1][.8 rgbt <1,1,1,.35>]} scale <.8,.2,.8> translate 2 } }
fog { fog_type 2 distance 240 fog_offset 0 fog_alt 25 color C3(200,212,218) }
plane { y,0 interior {ior 1.33} texture { pigment {C3(88,92,70)} normal { average normal_map {[1 bumps .45 scale <2.6,1,1.4>][1 bumps .5 scale <.8,1,.5> rotate y*30][.9 bumps .5 scale <.28,.28,.2>]} } finish {diffuse .6 specular .35 roughness .004 reflection {.02 .85 fresnel on} conserve_energy} } }
#declare FoamT=texture { pigment { wrinkles color_map {[0 C3(246,250,248)][.6 C3(226,232,226)][1 rgbt <.8,.84,.8,.6>]} scale .2 } normal {wrinkles .8 scale .1} finish {diffuse .9 emission .05} }
#macro Splash(P,S,N) mesh { #for (I,1,N) #local D=<RR(-1,.4),abs(RR(-.2,1.1)),RR(-.7,.7)>*S*pow(rand(R),1.3); #local Q=P+D*<1,.8,1>; #local E=RR(.008,.03)*S*1.4; triangle {Q,Q+<E,E*.4,E*RR(-1,1)>,Q+<E*RR(-1,1),E,-E*.5>} #end texture {pigment {C3(240,246,246)} finish {diffuse .9 emission .12}} } #end
#macro Dragon(Cl,Cl2,Shirt,Ph)
 union {
  // hull 13 m long
  #local HW=function(u) { .62*pow(max(0,1-pow(abs(u),2.6)),.8) }
  #local HX=function(u,v,q) { 6.6*u } #local HY=function(u,v,q) { -.28+.68*pow(v,1.6)+.34*pow(abs(u),3.4) } #local HZ=function(u,v,q) { HW(u)*pow(v,.55) } #local HZm=function(u,v,q) { -HW(u)*pow(v,.55) }
  union { object {PMesh(HX,HY,HZ,-1,1,0,1,70,8)} object {PMesh(HX,HY,HZm,-1,1,0,1,70,8)} pigment { gradient y color_map {[0 Cl][.62 Cl][.62 Cl2][.7 Cl2][.7 Cl*.8][.93 Cl*.8][.93 Cl2][1 Cl2]} scale .84 translate -y*.28 } finish {specular .5 roughness .03 reflection .04} }
  // scales painted
  #for (S,-1,1,2) #for (K,-24,24) #local U=K/28; torus {.11,.016 rotate x*90 translate <6.6*U,.16+.3*pow(abs(U),3.4),S*(HW(U)*.86+.03)> pigment {Cl2}} #end #end
  // neck and head at the bow (+x)
  sphere_sweep { b_spline 7 <5.2,.2,0>,.2 <5.9,.45,0>,.24 <6.5,.8,0>,.22 <6.8,1.25,0>,.2 <6.9,1.6,0>,.18 <7.2,1.85,0>,.16 <7.6,1.9,0>,.14 pigment {gradient y color_map {[.4 Cl][.5 Cl2][.6 Cl]} scale .16} finish {specular .4} }
  blob {threshold .4 sphere {<7.0,1.85,0>,.42,1} sphere {<7.35,1.85,0>,.36,1} sphere {<7.75,1.8,0>,.30,1} sphere {<7.2,2.05,.17>,.16,1} sphere {<7.2,2.05,-.17>,.16,1} sphere {<7.95,1.9,.08>,.13,1} sphere {<7.95,1.9,-.08>,.13,1} cylinder {<7.2,1.6,0>,<7.8,1.48,0>,.18,1} pigment {bozo color_map {[0 Cl][1 Cl*1.5]} scale .1} finish {specular .5} }
  #for (S,-1,1,2) sphere {<7.36,2.08,S*.19>,.075 pigment {C3(250,248,236)}} sphere {<7.4,2.09,S*.235>,.04 pigment {C3(10,10,10)}} cone {<7.0,2.1,S*.14>,.05,<6.55,2.62,S*.26>,.012 pigment {Cl2}} cone {<6.8,2.4,S*.2>,.03,<6.9,2.66,S*.34>,.008 pigment {Cl2}}
   sphere_sweep {b_spline 5 <7.8,1.8,S*.1>,.018 <7.95,1.75,S*.2>,.018 <8.2,1.9,S*.4>,.015 <8.3,2.2,S*.45>,.012 <8.2,2.4,S*.4>,.01 pigment {Cl2}} #for (K,0,5) cone {<7.45+K*.09,1.63,S*.1>,.022,<7.45+K*.09,1.54,S*.1>,.003 pigment {rgb 1}} #end #end
  mesh { #for (I,1,60) #local T=rand(R); #local P=<6.0+T*1.1,.9+T*1.3,0>; triangle {P,P+<.06,.1,.03>,P+<RR(-.5,-.2),RR(.05,.4),RR(-.2,.2)>} #end pigment {C3(236,226,200)} }
  // tail
  sphere_sweep { b_spline 7 <-5.6,.3,0>,.16 <-6.1,.5,0>,.15 <-6.6,.9,0>,.13 <-6.8,1.4,0>,.11 <-6.7,1.9,0>,.08 <-7,2.3,0>,.04 <-7.2,2.4,0>,.02 pigment {gradient y color_map {[.4 Cl][.5 Cl2][.6 Cl]} scale .16}} mesh { #for (I,1,30) triangle {<-6.75,1.8,0>,<-6.9,2.2,0>,<RR(-7.5,-6.9),RR(2,2.8),RR(-.25,.25)>} #end pigment {Cl2} }
  // ten pairs of paddlers, stroke in time
  #for (K,0,9) #local X=4.2-K*.86; #for (S,-1,1,2) #local Pp=Ph+RR(-3,3);
    union { object { Person(26+Pp*.6,<.62,.98,S*.14>,<.52,1.42,S*.06>,pigment {Shirt*RR(.8,1.15)},pigment {C3(40,42,50)},0,.0) } translate y*-.86
      translate <0,.32,S*.0> translate <X,.24,S*.29> }
    // head band
    cylinder {<X+.31,1.33,S*.29>,<X+.34,1.375,S*.29>,.113 pigment {Cl2}}
    union { cylinder {<.0,.62,0>,<.1,-.35,0>,.018 pigment {C3(180,140,90)}} box {<.0,-.75,-.09>,<.03,-.3,.09> translate x*.09 pigment {Cl2}} rotate z*(-14+Pp) translate <X+.62,.50,S*.78> }
    #if (rand(R)<.8) Splash(<X+.72,.02,S*.80>,.5,50) #end #end #end
  // drummer and steersman
  union { object { Person(-6,<.45,1.3,.25>,<.45,1.6,-.25>,pigment {Cl2},pigment {C3(40,42,50)},0,0) } translate y*-.5 rotate y*180 translate <5.4,.55,0> } cylinder {<4.9,.45,0>,<4.9,.95,0>,.26 pigment {C3(170,36,30)}} cylinder {<4.9,.95,0>,<4.9,.97,0>,.25 pigment {C3(236,220,186)}}
  union { object { Person(14,<.3,1.05,.3>,<.2,1.0,.35>,pigment {Cl2},pigment {C3(40,42,50)},1,.12) } translate <-5.5,.35,0> } cylinder {<-5.3,1.5,.3>,<-7.6,-.3,.9>,.035 pigment {C3(170,130,84)}}
  // flags
  cylinder {<-5.9,.6,0>,<-6.0,3.0,0>,.02 pigment {C3(170,130,84)}} mesh { #for (I,0,7) #local T=I/8; #local T2=(I+1)/8; triangle {<-6.0-T*1.1,2.95-.1*T,.1*sin(T*8)>,<-6.0-T2*1.1,2.95-.1*T2,.1*sin(T2*8)>,<-5.98-T*1.1,2.35+.25*T,.1*sin(T*8)>} triangle {<-5.98-T*1.1,2.35+.25*T,.1*sin(T*8)>,<-6.0-T2*1.1,2.95-.1*T2,.1*sin(T2*8)>,<-5.98-T2*1.1,2.35+.25*T2,.1*sin(T2*8)>} #end pigment {Cl2} }
  // bow wave and wake
  Splash(<6.2,0,.25>,.7,160) Splash(<6.2,0,-.25>,.7,160) #for (S,-1,1,2) #for (K,0,60) object {LB1 scale <RR(.1,.35),RR(.015,.05),RR(.05,.12)> rotate y*RR(0,360) translate <6.1-K*.26,.01,S*(.35+K*.035+RR(-.1,.1))> texture {FoamT}} #end #end #for (K,0,50) object {LB1 scale <RR(.1,.4),.02,RR(.06,.2)> translate <-6.4-K*.2,.01,RR(-.5,.5)*(1+K*.02)> texture {FoamT}} #end
 }
#end
object { Dragon(C3(176,36,30),C3(236,190,60),C3(226,60,48),4) rotate -y*7 translate <-.2,0,-.4> }
object { Dragon(C3(28,84,120),C3(240,236,220),C3(70,150,200),-8) rotate -y*7 translate <-2.6,0,5.6> }
// bank with crowd, trees, tents, pennants
box {<-120,-2,42>,<160,1.1,70> pigment {bozo turbulence .4 color_map {[0 C3(112,120,64)][1 C3(140,128,90)]} scale 2}}
#for (I,1,420) object { Person(RR(0,8),<RR(.1,.4),RR(.9,1.9),.25>,<RR(.1,.3),RR(.8,1.1),-.25>,Cloth(),pigment {C3(50,54,66)},(rand(R)<.35),.05) rotate y*RR(40,140) translate <RR(-46,60),1.1+RR(0,.2),RR(42.5,46.5)> } #end
#for (I,-7,9) union { cylinder {0,y*6,.06 pigment {C3(170,140,90)}} mesh { triangle {y*6,y*4.4,<2.1,5.3,.3>} pigment {#switch(mod(I+20,3)) #case (0) C3(206,44,40) #break #case (1) C3(236,190,60) #break #else C3(60,120,90) #end} } translate <I*6+RR(-1,1),1.1,47> } #end
#declare T1=Tree(30,C3(66,96,44),.34) #declare T2=Tree(30,C3(86,108,50),.3)
#for (I,1,60) object {#if (rand(R)<.5) T1 #else T2 #end rotate y*RR(0,360) scale RR(7,13) translate <RR(-70,90),.8,RR(51,66)>} #end
object { Ridge(3,.2,1.2) pigment {C3(92,116,104)} scale <700,60,150> translate <60,-2,330> }
