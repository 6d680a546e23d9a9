// Clay teapot, cups and tea leaves against pale misty hills; the left half is kept clear for type.
#include "common.inc"
camera { location <-.6,2.3,-8> right x*1200/876 up y look_at <-.95,.62,0> angle 45 }
light_source { <-9,9,-3> color rgb <1,.95,.86>*1.7 area_light <4,0,3>,<0,4,0>,4,4 adaptive 1 jitter }
light_source { <7,7,-7> color rgb <.75,.86,.95>*.5 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(232,234,220)][.3 C3(226,230,216)][1 C3(206,216,206)]} } }
fog { distance 60 color C3(230,233,220) }
#declare Tab=texture { pigment { wood turbulence .08 octaves 4 color_map {[0 C3(176,150,116)][.5 C3(160,134,100)][1 C3(136,110,80)]} scale .4 rotate y*90 rotate z*3 } normal {granite .1 scale <2,.15,.15>} finish {specular .15 reflection .02} }
box {<-9,-.3,-3.4>,<9,0,2.2> texture {Tab}} box {<-9,-.32,-3.5>,<9,-.1,-3.4> texture {Tab translate 3}}
object { Ridge(3,.2,1.2) pigment {C3(96,124,96)} scale <70,10,10> translate <8,-5,34> } object { Ridge(6,.22,1.3) pigment {C3(100,128,100)} scale <100,17,14> translate <-6,-6,60> } object { Ridge(9,.2,1.2) pigment {C3(110,136,110)} scale <160,30,20> translate <20,-8,110> }
#declare Clay=texture { pigment { granite turbulence .2 color_map {[0 C3(120,66,46)][.6 C3(142,82,58)][1 C3(98,52,38)]} scale 1.2 } normal {granite .05 scale .15} finish {specular .35 roughness .06 reflection {.0 .05}} }
#declare Sb=spline { cubic_spline -.1,<0,.04,0> 0,<.3,.03,0> .06,<.66,0,0> .14,<.74,.05,0> .3,<1.12,.42,0> .48,<1.26,.86,0> .66,<1.1,1.3,0> .8,<.8,1.54,0> .88,<.62,1.6,0> .94,<.6,1.68,0> 1,<.55,1.66,0> 1.1,<.5,1.6,0> }
#declare Sl=spline { cubic_spline -.1,<.6,1.6,0> 0,<.62,1.64,0> .15,<.6,1.72,0> .4,<.42,1.84,0> .6,<.16,1.9,0> .7,<.1,1.95,0> .82,<.19,2.06,0> .92,<.14,2.16,0> 1,<0,2.18,0> 1.1,<0,2.2,0> }
union { object {LMesh(Sb,90,60)} object {LMesh(Sl,70,50)} torus {.615,.025 translate y*1.66} torus {1.255,.016 translate y*.88}
  sphere_sweep { cubic_spline 7 <-.6,.3,0>,.34 <-1.0,.62,0>,.33 <-1.4,.84,0>,.23 <-1.68,1.16,0>,.165 <-1.84,1.46,0>,.135 <-2.0,1.62,0>,.12 <-2.2,1.8,0>,.1 }
  sphere_sweep { cubic_spline 9 <.8,.2,0>,.1 <1.02,.5,0>,.11 <1.42,.56,0>,.1 <1.74,.78,0>,.1 <1.86,1.1,0>,.1 <1.66,1.4,0>,.1 <1.3,1.5,0>,.1 <.9,1.42,0>,.1 <.6,1.3,0>,.1 }
  texture {Clay} rotate y*14 translate <.9,0,.2> }
#declare Sc=spline { cubic_spline -.1,<0,.05,0> 0,<.15,.05,0> .08,<.24,0,0> .16,<.27,.05,0> .36,<.42,.24,0> .55,<.5,.5,0> .62,<.5,.53,0> .68,<.475,.5,0> .85,<.36,.2,0> 1,<0,.1,0> 1.1,<0,.1,0> }
#macro Cup(P) union { object {LMesh(Sc,70,50) pigment {C3(234,234,224)} finish {specular .6 roughness .02 reflection {.02 .12}}} torus {.487,.014 translate y*.53 pigment {C3(70,110,100)}} torus {.45,.008 translate y*.34 pigment {C3(70,110,100)}} cylinder {y*.405,y*.43,.44 pigment {C3(190,196,84)} finish {specular .9 roughness .005 reflection {.04 .3}}} translate P } #end
Cup(<-.75,0,-1.55>) Cup(<.55,0,-1.95>)
// fresh shoots: two leaves and a bud; dry leaves
#macro TLeaf(L,W,Cl) #local LX=function(u,v,q) { L*u } #local LY=function(u,v,q) { .22*L*sin(pi*u*.8)+.4*W*abs(v)*sin(pi*u) } #local LZ=function(u,v,q) { v*W*pow(sin(pi*min(1,.03+.96*u)),.75)*(1+.03*sin(u*90)) } object { PMesh(LX,LY,LZ,0,1,-1,1,40,8) pigment {gradient z triangle_wave color_map {[0 Cl*1.6][.05 Cl][1 Cl*.9]} scale W*1.1} normal {wrinkles .25 scale .05} finish {specular .4 roughness .05} } #end
#declare TL=TLeaf(.78,.16,C3(86,130,50)) #declare TL2=TLeaf(.6,.12,C3(112,154,66)) #declare TB=TLeaf(.42,.035,C3(150,182,96))
#macro Shoot(P,A) union { object {TL rotate z*16 rotate y*30} object {TL rotate z*10 rotate y*-40} object {TL2 rotate z*34 rotate y*160} object {TB rotate z*58 rotate y*60} cylinder {0,<-.35,-.02,.05>,.02 pigment {C3(120,150,70)}} rotate y*A translate P } #end
Shoot(<2.3,.06,-1.55>,20) Shoot(<1.75,.05,-2.15>,130) Shoot(<-1.9,.05,-2.3>,200) Shoot(<2.85,.05,-2.2>,-30)
#for (I,1,60) #local A=rand(R)*2*pi; #local Q=pow(rand(R),.7); object {TB scale RR(.25,.5)*<1,1,1.6> rotate <RR(0,360),RR(0,360),0> translate <-.1+Q*cos(A)*.7,.02+.08*(1-Q),-2.5+Q*sin(A)*.22> pigment {C3(60,66,40)*RR(.6,1.3)}} #end
