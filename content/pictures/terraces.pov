// Rice terraces stepping into a hazy valley.
#include "common.inc"
light_source { <-5600,3000,-1200> color rgb <1,.86,.62>*2.7 area_light x*500,y*500,3,3 adaptive 0 jitter }
light_source { <2000,7000,-3000> color rgb <.6,.75,1>*.6 shadowless }
sky_sphere { pigment { gradient y color_map { [0 C3(238,228,200)][.12 C3(216,220,212)][.4 C3(160,190,214)][1 C3(96,140,188)] } } pigment { wrinkles turbulence .5 color_map {[.4 rgbt 1][.9 rgbt <1,.98,.94,.3>]} scale <.8,.16,.8> } }
fog { distance 340 color C3(224,228,220) }
fog { fog_type 2 distance 110 fog_offset -11 fog_alt 3 color C3(232,228,210) }
#declare FNz=function { pigment { bozo color_map {[0 rgb 0][1 rgb 1]} scale .3 translate <1.3,.2,2.45> } }
#declare FN2=function { pigment { wrinkles color_map {[0 rgb 0][1 rgb 1]} scale .1 } }
#declare FG=function { pigment { granite color_map {[0 rgb 0][1 rgb 1]} scale .03 } }
#declare NT=42;
// land in 0..1: slopes down from left and near toward the right valley, then up beyond
#declare Land=function(x,y) { max(0,min(1, .70 - 1.25*y + 1.45*pow(max(0,y-.42),1.2) + .9*pow(abs(x-.60-.12*sin(y*6)),1.5) + .30*(FNz(x,y,0).grey-.5) + .06*sin(x*11+y*5) )) }
// step with a small dyke at each edge
#declare Fr=function(h) { h*NT-floor(h*NT) }
#declare Step=function(h) { (floor(h*NT)+ select(Fr(h)-.72, .10*(1-min(1,abs(Fr(h)-.06)/.06)), (Fr(h)-.72)/.28*1.08))/NT }
#declare Hf=function(x,y) { Step(Land(x,y)) + .0009*FG(x,y,0).grey }
#declare G1=texture { pigment { granite turbulence .3 color_map {[0 C3(58,84,28)][.5 C3(98,126,42)][1 C3(146,152,64)]} scale .012 } normal { granite .8 scale .004 } }
#declare G2=texture { pigment { granite color_map {[0 C3(112,110,36)][.5 C3(172,150,58)][1 C3(204,178,84)]} scale .012 } normal { granite .8 scale .004 } }
#declare Wtr=texture { pigment { C3(74,80,66) } normal { bumps .03 scale .01 } finish { diffuse .35 specular .4 roughness .01 reflection { .35 .9 } } }
#declare Bank=texture { pigment { granite color_map {[0 C3(40,58,22)][.5 C3(66,84,34)][1 C3(92,78,48)]} scale .02 } normal { granite 1 scale .006 } }
#declare Flat=texture { cells texture_map { [0 G1][.3 G1][.30 G2][.55 G2][.55 Wtr][1 Wtr] } scale <.13,1/NT,.16> translate y*.3/NT warp { turbulence <.2,0,.2> octaves 3 } }
height_field { function 1700,1700 { Hf(x,y) } smooth
  texture { slope { y 0,1 } texture_map { [.80 Bank][.93 Flat][1 Flat] } }
  translate <-.5,0,-.5> scale <70,20,90> translate <-2,-10,30> }
// far ridges
#declare HillT=texture { pigment { bozo turbulence .5 color_map {[0 C3(50,74,40)][1 C3(92,110,62)]} scale .06 } }
object { Ridge(2,.22,1.3) texture {HillT} scale <190,44,60> translate <30,-8,86> }
object { Ridge(5,.18,1.3) texture {HillT} scale <260,70,80> translate <-50,-8,140> }
object { Ridge(7,.2,1.2) texture {HillT} scale <380,98,100> translate <40,-8,220> }
// foreground: grass of the bank, houses and trees further down
#macro HT(X,Z) (-10+20*Hf((X+2)/70+.5,(Z-30)/90+.5)) #end
#declare Grass=mesh { #for (I,1,700) #local P=<RR(-1,1),0,RR(-1,1)>; #local H=RR(.12,.42); #local L=<RR(-.25,.25),0,RR(-.25,.25)>; triangle {P-x*.012,P+x*.012,P+L*.5+y*H} triangle {P-z*.012,P+z*.012,P+L*.7+y*H*.8} #end }
#for (I,1,60) #local X=RR(-9,9); #local Z=RR(-14,-11); object {Grass rotate y*RR(0,360) scale RR(.3,.6)*<1.6,1,1.6> translate <X,HT(X,Z)-.03,Z> pigment {bozo color_map {[0 C3(98,130,44)][1 C3(180,174,86)]} scale .3} finish {diffuse .9 emission .12}} #end
#macro Hut(X,Z,Sz,A) union { box {<-1.4,0,-.9>,<1.4,1.3,.9> pigment {gradient x color_map {[0 C3(96,70,48)][1 C3(70,50,36)]} scale .15}} prism { linear_sweep linear_spline -1.8,1.8,4 <-1.35,0>,<1.35,0>,<0,1.2>,<-1.35,0> rotate -x*90 rotate y*90 translate y*1.2 pigment {granite color_map {[0 C3(86,72,54)][1 C3(132,112,82)]} scale .3} normal {wrinkles 1 scale .1}} scale Sz rotate y*A translate <X,HT(X,Z)-.05,Z> } #end
Hut(5.2,9,.55,20) Hut(6.6,10.6,.55,-10) Hut(3.6,12,.5,40) Hut(-3,24,.6,10) Hut(12,18,.6,0) Hut(-9,15,.6,30)
#declare T1=Tree(34,C3(62,88,40),.3) #declare T2=Tree(30,C3(80,98,44),.25)
#for (I,1,46) #local X=RR(-24,26); #local Z=RR(7,44); object {#if (rand(R)<.5) T1 #else T2 #end rotate y*RR(0,360) scale RR(.7,1.5) translate <X,HT(X,Z)-.05,Z>} #end

// two farmers on the dyke
object { Person(26,<.45,.5,.15>,<.4,.55,-.2>,pigment {C3(130,44,54)},pigment {C3(34,34,48)},1,.1) scale .42 rotate y*30 translate <1.0,HT(1,1.4),1.4> }
object { Person(4,<.2,1,.2>,<.1,.8,-.25>,pigment {C3(54,70,120)},pigment {C3(34,34,48)},1,.12) scale .42 rotate y*160 translate <2.6,HT(2.6,3),3> }
camera { location <1,HT(1,-14.5)+4.6,-14.5> right x*1.5 up y look_at <2.6,HT(1,-14.5)+.5,2> angle 50 }
