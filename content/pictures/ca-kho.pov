// Fish simmered in a clay pot, on a table with rice, chilli and galangal.
#include "common.inc"
camera { location <-.6,6.4,-5.0> right x*(4/3) up y look_at <.1,.3,.1> angle 44 }
light_source { <-9,11,8> color rgb <1,.92,.80>*2.5 area_light <4,0,4>,<0,5,0>,4,4 adaptive 1 jitter }
light_source { <10,9,-8> color rgb <.75,.84,1>*.7 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(100,96,92)][.8 C3(214,222,230)][1 C3(250,250,250)]} } }
// woven mat on a board
plane { y,-.05 texture { pigment { wood turbulence .08 octaves 4 color_map {[0 C3(120,92,66)][.5 C3(100,74,52)][1 C3(78,56,40)]} scale .5 rotate y*90 rotate z*3 } normal {granite .1 scale <2,.2,.2>} finish {specular .15 roughness .06} } }
#for (I,-34,34) #for (S,0,1) box {<-3.7,-.05,I*.13-.058>,<3.7,.0,I*.13+.058> pigment {C3(206,182,128)*RR(.84,1.06)} normal { function { .5+.5*sin(x*24+S*pi+I*pi) } .5 } rotate y*(0) translate <0,.012*S,0> } #end #end
#declare Clay=texture { pigment { bozo turbulence .7 lambda 2.4 color_map {[0 C3(58,40,34)][.5 C3(104,66,50)][.8 C3(140,88,62)][1 C3(64,46,40)]} scale <.7,.4,.7> } normal {granite .08 scale .3} finish {specular .14 roughness .09} }
#local Sp=spline { cubic_spline -.05,<0,.02,0> 0,<0,.02,0> .1,<.9,.03,0> .22,<1.55,.2,0> .38,<1.98,.7,0> .5,<2.05,1.05,0> .58,<2.0,1.22,0> .64,<2.12,1.32,0> .7,<2.05,1.4,0> .76,<1.92,1.32,0> .84,<1.86,1.1,0> .92,<1.5,.5,0> 1,<0,.4,0> 1.05,<0,.4,0> } object { LMesh(Sp,90,60) texture {Clay} }
#for (S,-1,1,2) union { sphere_sweep { b_spline 6 <0,.1,-.6>,.12 <0,.06,-.45>,.13 <.32,.05,-.2>,.12 <.32,.05,.2>,.12 <0,.06,.45>,.13 <0,.1,.6>,.12 } texture {Clay} rotate y*(S<0?180:0) translate <S*2.02,1.08,0> } #end
// caramel sauce
cylinder {y*.6,y*.98,1.9 pigment { bozo turbulence .7 color_map {[0 C3(92,36,12)][.6 C3(124,54,16)][1 C3(70,24,8)]} scale .5 } normal {bumps .10 scale .16} finish {specular 1 roughness .006 reflection {.04 .4} diffuse .6} }
#for (I,1,150) #local A=RR(0,2*pi); #local Q=1.84*sqrt(rand(R)); sphere {0,1 scale <1,.2,1>*RR(.012,.05) translate <Q*cos(A),.982,Q*sin(A)> pigment {C3(196,112,34)} finish {specular 1 roughness .004 reflection .08} } #end
// cutlets: rings of fish with skin, bone and glazed flesh
#macro Cut(P,Rt,S)
union {
  intersection { sphere {0,1 scale <.86,.9,.52>} box {<-2,-.22,-2>,<2,.22,2>} pigment { bozo turbulence .5 color_map {[0 C3(140,80,36)][.5 C3(178,112,58)][1 C3(120,64,28)]} scale .3 } normal { radial .25 frequency 18 turbulence .1 } finish {specular .9 roughness .012 diffuse .75 reflection .03} }
  difference { intersection { sphere {0,1 scale <.89,.95,.55>} box {<-2,-.215,-2>,<2,.215,2>} } sphere {0,1 scale <.84,1.4,.50>} pigment { bozo turbulence .5 color_map {[0 C3(44,32,26)][.5 C3(72,54,40)][1 C3(120,96,66)]} scale .12 } finish {specular .9 roughness .02} }
  torus {.085,.03 translate <.0,.222,0> pigment {C3(196,160,112)}} sphere {<0,.2,0>,.055 pigment {C3(112,66,36)}} #for (K,-1,1,2) cylinder {<K*.1,.222,0>,<K*.52,.215,.02>,.014 pigment {C3(176,132,84)}} #end
  scale S rotate Rt translate P }
#end
Cut(<-.82,1.02,.62>,<10,25,-8>,1) Cut(<.62,1.04,.82>,<8,-30,6>,1.02) Cut(<1.05,1.0,-.28>,<-6,70,8>,.96) Cut(<-.05,1.18,.02>,<12,-12,6>,1.05) Cut(<-1.12,1.0,-.35>,<-4,105,-8>,.92) Cut(<-.1,1.0,-1.02>,<-12,8,4>,.95)
// pork fat, galangal, pepper, chillies
#for (I,1,12) #local A=RR(0,2*pi); #local Q=RR(.4,1.6); superellipsoid {<.5,.4> scale <.17,.09,.12> rotate <RR(-20,20),RR(0,360),0> translate <Q*cos(A),1.12+.12*(1.6-Q),Q*sin(A)> pigment {gradient y color_map {[0 C3(186,120,60)][.5 C3(224,178,116)][1 C3(150,80,36)]} scale .2} finish {specular .8 roughness .01} } #end
#for (I,1,15) #local A=RR(0,2*pi); #local Q=RR(.2,1.65); cylinder {0,y*.03,RR(.1,.17) scale <1,1,RR(.7,1)> rotate <RR(-30,30),RR(0,360),RR(-30,30)> translate <Q*cos(A),1.13+.16*(1.5-Q)*.6,Q*sin(A)> pigment {wood color_map {[0 C3(214,176,104)][.8 C3(190,146,78)][1 C3(130,88,46)]} scale .06 rotate x*90} finish {specular .5} } #end
#for (K,0,3) sphere_sweep { b_spline 6 <-.6,0,0>,.075 <-.35,.03,.05>,.085 <0,.04,.1>,.085 <.35,.02,.08>,.06 <.6,0,0>,.02 <.8,0,0>,.01 rotate y*(20+K*77) rotate x*RR(-8,8) translate <RR(-.7,.8),1.3,RR(-.6,.7)> pigment {#if (K=2) C3(80,120,40) #else C3(180,28,20) #end} finish {specular 1 roughness .01 reflection .04} } #end
#for (I,1,150) #local A=RR(0,2*pi); #local Q=1.4*sqrt(rand(R)); sphere {<Q*cos(A),1.16+.20*(1.4-Q)/1.4+RR(0,.08),Q*sin(A)>,RR(.012,.024) pigment {C3(34,28,24)}} #end
// lid leaning, bowl of rice, small dishes
#local Sp=spline { cubic_spline -.05,<0,.42,0> 0,<0,.42,0> .25,<.6,.4,0> .55,<1.4,.24,0> .8,<1.9,.02,0> .9,<1.96,-.04,0> 1,<1.88,-.06,0> 1.05,<1.8,-.06,0> } union { object { LMesh(Sp,80,44) texture {Clay} } sphere {0,.22 scale <1,.8,1> translate y*.56 texture {Clay}} cylinder {y*.4,y*.5,.12 texture {Clay}} rotate x*10 rotate z*-12 translate <3.35,.3,2.55> }
#declare Cer=texture { pigment { C3(234,232,222) } finish { specular .7 roughness .015 reflection {.02 .2} } }
union { #local Sp=spline { cubic_spline -.05,<0,.06,0> 0,<0,.06,0> .15,<.5,.0,0> .3,<.52,.12,0> .5,<.95,.42,0> .65,<1.12,.8,0> .72,<1.1,.83,0> .8,<1.04,.76,0> .9,<.8,.4,0> 1,<0,.25,0> 1.05,<0,.25,0> } object { LMesh(Sp,80,50) texture {Cer} } torus {1.11,.02 translate y*.81 pigment {C3(46,80,130)}}
  #for (I,1,1500) #local A=RR(0,2*pi); #local Q=sqrt(rand(R)); sphere {0,1 scale <.062,.024,.026> rotate <RR(-40,40),RR(0,360),RR(-40,40)> translate <Q*cos(A)*.98,.72+.36*(1-Q*Q)+RR(-.03,.03),Q*sin(A)*.98> pigment {C3(246,243,232)} finish {specular .5 roughness .03} } #end sphere {0,1 scale <.96,.34,.96> translate y*.70 pigment {C3(238,234,222)}}
  translate <-3.05,0,-1.55> }
#for (K,0,1) cone {<-3.3,.09,0>,.06,<1.1,.07,0>,.034 pigment { C3(74,44,30) } finish {specular .4} rotate y*(34+K*2) translate <-1.9,.03,-2.0-K*.2> } #end
union { #local Sp=spline { cubic_spline -.05,<0,.05,0> 0,<0,.05,0> .15,<.1,.06,0> .3,<.45,.06,0> .45,<.66,.25,0> .6,<.74,.42,0> .7,<.7,.42,0> .85,<.5,.2,0> 1,<0,.15,0> 1.05,<0,.15,0> } object { LMesh(Sp,60,40) texture {Cer} } #for (I,1,60) sphere {<RR(-.4,.4),.24+RR(0,.2),RR(-.4,.4)>,RR(.03,.05) pigment {C3(50,40,34)*RR(.6,1.3)}} #end translate <2.75,0,-2.05> }
union { #for (K,0,4) sphere {0,1 scale <.34,.24,.26>*RR(.8,1.2) rotate y*RR(0,360) translate <RR(-.5,.5),.2,RR(-.4,.4)> pigment { gradient x triangle_wave turbulence .1 color_map {[0 C3(196,150,92)][.85 C3(176,120,70)][1 C3(110,70,44)]} scale .12 } normal {bumps .4 scale .1} } #end sphere {0,1 scale <.5,.1,.1> rotate z*30 translate <.5,.3,.1> pigment {C3(206,120,110)}} translate <-3.1,0,2.05> }
