// A bowl of pho with herbs, lime and chilli.
#include "common.inc"
camera { location <-.5,6.6,-5.4> right x up y look_at <.12,.35,.12> angle 41  }
light_source { <-9,12,9> color rgb <1,.95,.88>*2.4 area_light <4,0,4>,<0,5,0>,4,4 adaptive 1 jitter }
light_source { <10,9,-8> color rgb <.75,.84,1>*.8 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(100,96,92)][.8 C3(214,222,230)][1 C3(250,250,250)]} } }
#declare Tab=texture { pigment { wood turbulence .08 octaves 4 color_map {[0 C3(84,64,54)][.5 C3(70,52,44)][1 C3(52,38,33)]} scale .4 rotate y*90 rotate z*3 rotate x*2 } normal {granite .1 scale <2,.2,.2>} finish { specular .25 roughness .05 reflection .02 } }
#for (K,-5,5) box {<-9,-.3,K*1.5>,<9,RR(-.01,.01),K*1.5+1.488> texture {Tab translate <RR(-9,9),RR(-4,4),RR(-4,4)>}} #end
#declare Cer=texture { pigment { C3(236,236,228) } finish { specular .7 roughness .015 reflection {.02 .2} } }
#declare Rb=2.05;
#local Sp=spline { cubic_spline -.05,<0,.1,0> 0.0000,<0,.1,0> 0.0833,<.1,.12,0> 0.1667,<.85,.12,0> 0.2500,<.95,0,0> 0.3333,<1.05,.02,0> 0.4167,<1.08,.22,0> 0.5000,<1.65,.62,0> 0.5833,<1.96,1.08,0> 0.6667,<2.09,1.42,0> 0.7500,<2.03,1.44,0> 0.8333,<1.88,1.1,0> 0.9167,<1.5,.6,0> 1.0000,<0,.4,0> 1.05,<0,.4,0> } object { LMesh(Sp,80,52)  texture {Cer} }
// blue brushwork inside the rim and outside
#for (I,0,35) sphere {0,1 scale <.02,.09,.07> rotate z*-30 rotate x*35 translate <1.985,1.27,0> rotate y*I*10 pigment {C3(44,74,136)}} #end torus {2.065,.022 translate y*1.435 pigment {C3(40,70,130)}} torus {1.93,.016 translate y*1.16 pigment {C3(50,80,140)}}
// broth
#declare Lv=1.08;
cylinder {y*1.03,y*Lv,1.87 pigment { bozo turbulence .6 color_map {[0 C3(168,112,56)][.6 C3(186,132,72)][1 C3(150,94,44)]} scale .6 } normal {bumps .05 scale .5} finish { specular .9 roughness .008 reflection {.03 .35} diffuse .7 } }
// drops of fat
#for (I,1,200) #local A=RR(0,2*pi); #local Q=1.85*sqrt(rand(R)); sphere {0,1 scale <1,.16,1>*RR(.012,.06) translate <Q*cos(A),Lv+.001,Q*sin(A)> pigment {C3(216,158,70)} finish {specular 1 roughness .004 reflection .08 diffuse .75} } #end
// noodles: bundles of strands
#declare ND=array[14]; #for (I,0,13) #declare ND[I]=Strand(RR(.8,1.25),RR(.024,.032),RR(.03,.07),RR(2,6),RR(.16,.42),RR(1.6,4.2),RR(.12,.24)) #end
#for (I,1,230) #local O=RR(-1,1); object { ND[int(rand(R)*13.99)] translate <RR(-.15,.15),Lv-.10+.10*(1-abs(O))+RR(-.03,.08),O*1.0> rotate y*(RR(-30,30)+floor(rand(R)*3)*50-40) translate <.2,0,-.1> pigment {C3(250,238,206)*RR(.9,1.04)} finish {specular .6 roughness .02 diffuse .8} } #end
// slices of beef
#macro Beef(P,Rt,S,Rare) #local BX=function(u,v,q) { .62*(u-.5)*2*(1+.1*sin(v*9)) } #local BZ=function(u,v,q) { .36*(v-.5)*2*(1-.35*pow(2*u-1,2)+.08*sin(u*14)) } #local BY=function(u,v,q) { .07*sin(u*6+S)+.06*sin(v*5+S*2)+.09*u*v }
 object { PMesh(BX,BY,BZ,0,1,0,1,36,24) texture { pigment { wood turbulence .15 #if (Rare) color_map {[0 C3(166,92,78)][.5 C3(182,114,96)][.85 C3(150,82,68)][1 C3(206,156,134)]} #else color_map {[0 C3(140,98,76)][.5 C3(158,116,92)][1 C3(118,80,62)]} #end scale <.4,.2,.2> rotate y*70 } normal {wrinkles .4 scale .1} finish {specular .5 roughness .03} } scale S*.0+1 rotate Rt translate P } #end
Beef(<-.75,Lv+.13,.5>,<4,20,8>,1,1) Beef(<-.25,Lv+.16,.85>,<-6,50,4>,2,1) Beef(<-1.05,Lv+.1,-.1>,<0,-40,6>,3,1) Beef(<.45,Lv+.15,.8>,<6,-20,-8>,4,0) Beef(<.95,Lv+.12,.35>,<4,70,0>,5,0) Beef(<-.5,Lv+.2,.2>,<8,0,-6>,6,1) Beef(<.7,Lv+.17,-.0>,<0,30,8>,1.5,0)
// spring onion rings and strips
#for (I,1,64) #local A=RR(0,2*pi); #local Q=.95*pow(rand(R),.7); #local P=<.15+Q*cos(A)*1.15,Lv+.12+.14*(1-Q)+RR(0,.06),-.25+Q*sin(A)*.95>; difference { cylinder {-y*.03,y*.03,.075} cylinder {-y*.1,y*.1,.055} rotate <RR(-60,60),RR(0,360),RR(-60,60)> scale RR(.7,1.2) translate P pigment {#if (rand(R)<.6) C3(96,146,52) #else C3(166,196,110) #end} finish {specular .4 roughness .03} } #end
#for (I,1,34) object { ND[int(rand(R)*13.99)] scale <.22,.5,.4> rotate y*RR(0,360) translate <.15+RR(-.8,.8),Lv+.22,-.25+RR(-.7,.7)> pigment {C3(222,228,196)} finish {specular .4} } #end
// herb leaves
#macro HLeaf(L,W,Col) #local LX=function(u,v,q) { L*u } #local LY=function(u,v,q) { .12*L*sin(pi*u)-.14*L*abs(v)*sin(pi*u)*-1+.02*L*sin(u*40)*abs(v) } #local LZ=function(u,v,q) { v*W*pow(sin(pi*min(1,.02+.98*pow(u,.8))),.8)*(1+.07*sin(u*60)) } object { PMesh(LX,LY,LZ,0,1,-1,1,40,8) pigment { gradient z triangle_wave color_map {[0 Col*1.5][.06 Col*.9][1 Col]} scale W*1.2 } normal {wrinkles .3 scale .06} finish {specular .35 roughness .04 diffuse .8} } #end
#declare HL=array[5]; #for (I,0,4) #declare HL[I]=HLeaf(RR(.42,.62),RR(.13,.2),C3(56,104,40)*RR(.7,1.3)) #end
#for (I,1,9) object { HL[int(rand(R)*4.99)] rotate <RR(-25,25),0,RR(-12,32)> rotate y*RR(0,360) translate <.25+RR(-.45,.45),Lv+.26+RR(0,.14),-.35+RR(-.4,.35)> } #end
// chilli rings
#for (I,1,13) #local P=<.3+RR(-.9,.6),Lv+.3+RR(-.05,.1),-.1+RR(-.7,.6)>; difference { cylinder {-y*.025,y*.025,.085} cylinder {-y*.1,y*.1,.062} rotate <RR(-50,50),0,RR(-50,50)> translate P pigment {C3(190,30,24)} finish {specular .6 roughness .02} } #end
// chopsticks on the rim
#for (K,0,1) cone {<-3.3,1.62,-1.0+K*.2>,.075,<2.6,1.5,-1.35+K*.05>,.042 pigment { wood turbulence .05 color_map {[0 C3(92,50,34)][1 C3(66,34,24)]} scale .05 rotate y*90 } finish {specular .4 roughness .03} rotate y*-32 translate <.5,.0,-1.0> } #end
// side plate: herbs, limes, sprouts
union { #local Sp=spline { cubic_spline -.05,<0,.06,0> 0.0000,<0,.06,0> 0.1429,<.1,.07,0> 0.2857,<.9,.07,0> 0.4286,<1.25,.14,0> 0.5714,<1.62,.3,0> 0.7143,<1.6,.34,0> 0.8571,<1.2,.2,0> 1.0000,<0,.13,0> 1.05,<0,.13,0> } object { LMesh(Sp,80,52)  texture {Cer} } torus {1.6,.02 translate y*.33 pigment {C3(40,70,130)}}
  #for (I,1,64) object { HL[int(rand(R)*4.99)] scale RR(.9,1.5) rotate <RR(-40,40),0,RR(-12,40)> rotate y*RR(0,360) translate <RR(-.5,.9),.3+RR(0,.35),RR(-.2,.9)> } #end
  #for (I,1,60) object { ND[int(rand(R)*13.99)] scale <.3,.8,.8> rotate y*RR(0,360) translate <RR(-.9,.1),.25+RR(0,.2),RR(-.8,-.1)> pigment {C3(242,240,226)} finish {specular .5} } #end
  // lime wedges
  #for (K,0,2) union { difference { sphere {0,.42 scale <1.1,1,1>} plane {y,0 rotate z*20} plane {y,0 rotate x*50} pigment {C3(96,140,40)} normal {bumps .15 scale .04} finish {specular .4 roughness .04} } } #end
  union { difference { sphere {0,.45} plane {-z,-.02} pigment {C3(86,134,40)} normal {bumps .2 scale .04} finish {specular .5 roughness .04} } cylinder {z*.005,z*.021,.42 pigment {C3(222,232,180)}} #for (I,0,8) intersection { cylinder {z*.01,z*.03,.38} plane {x,-.012 rotate z*0} plane {-x,-.0 rotate z*38} rotate z*I*40 pigment {radial color_map {[0 C3(176,206,96)][1 C3(204,224,130)]} frequency 60 rotate x*90} finish {specular .8 roughness .02}} #end rotate x*-150 rotate y*30 translate <.55,.45,-.75> }
  translate <3.05,0,1.9> }
// small dish of sauce, chillies
union { #local Sp=spline { cubic_spline -.05,<0,.05,0> 0.0000,<0,.05,0> 0.1429,<.1,.06,0> 0.2857,<.4,.06,0> 0.4286,<.62,.25,0> 0.5714,<.72,.42,0> 0.7143,<.68,.42,0> 0.8571,<.5,.2,0> 1.0000,<0,.15,0> 1.05,<0,.15,0> } object { LMesh(Sp,80,52)  texture {Cer} } cylinder {y*.1,y*.33,.63 pigment {C3(120,34,18)} finish {specular .8 roughness .01 reflection .05}} #for (I,1,40) sphere {<RR(-.4,.4),.335,RR(-.4,.4)>,.022 pigment {C3(226,180,90)}} #end translate <-3.0,0,1.7> }
#for (K,0,2) sphere_sweep { b_spline 6 <-.7,.1,0>,.09 <-.4,.1,.05>,.1 <0,.1,.12>,.1 <.4,.09,.1>,.07 <.7,.08,0>,.02 <.9,.08,0>,.01 rotate y*(30+K*47) translate <-2.75+K*.35,0,-2.1+K*.2> pigment {#if (K=1) C3(70,120,40) #else C3(190,28,22) #end} finish {specular .9 roughness .012 reflection .03} } #end
// spoon
union { sphere {0,1 scale <.42,.14,.3> texture {Cer}} sphere_sweep { b_spline 5 <.1,.02,0>,.1 <.4,.08,0>,.1 <.9,.26,0>,.09 <1.3,.34,0>,.1 <1.6,.36,0>,.1 scale <1,.7,1> texture {Cer}} rotate y*-50 translate <2.5,.12,-1.7> }
