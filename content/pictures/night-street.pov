// Old-quarter street on a night of rain.
#include "common.inc"
#declare RQ=seed(77);
camera { location <.9,1.75,-13> right x*1.5 up y look_at <.1,2.7,8> angle 52 }
sky_sphere { pigment { gradient y color_map { [0 C3(70,60,62)][.3 C3(36,36,50)][1 C3(16,18,30)] } } }
fog { distance 60 color C3(70,58,58) }
light_source { <0,40,-10> srgb <.35,.42,.62>*.3 shadowless }
// wet asphalt: puddles by noise
#declare Wet=texture { pigment { granite color_map {[0 C3(26,27,30)][1 C3(44,44,46)]} scale .3 } normal { average normal_map { [1 bumps .18 scale <.5,.5,.7>] [1 granite .16 scale .25] [.6 ripples .15 scale .13 turbulence .8] } } finish { diffuse .5 specular .5 roughness .02 reflection { .12 .85 fresnel on } conserve_energy } }
#declare Pud=texture { pigment { C3(14,15,18) } normal { average normal_map { [1 ripples .10 scale .16 turbulence .3] [1 bumps .05 scale .4] } } finish { diffuse .3 reflection { .1 .95 fresnel on } conserve_energy } }
plane { y,0 interior {ior 1.5} texture { bozo turbulence .5 texture_map { [.38 Pud][.52 Wet] } scale <1.5,1,3.4> } }
#declare Pave=texture { pigment { granite color_map {[0 C3(60,56,52)][1 C3(84,80,74)]} scale .5 } normal { average normal_map {[1 granite .15][1 brick .3 brick_size <.4,.4,.4> mortar .02]} } finish { specular .4 roughness .03 reflection {.05 .5 fresnel on} conserve_energy } }
#for (S,-1,1,2) box {<S*4.1,0,-20>,<S*7,.16,90> interior {ior 1.45} texture {Pave}} #end
// houses
#macro House(Z,W,S,Idx)
 #local Hh=6.4+5*rand(RQ); #local Col=rgb <.24+.22*rand(RQ),.2+.18*rand(RQ),.13+.14*rand(RQ)>*.8; #local Dep=.25*rand(RQ); #local Lit=(rand(RQ)<.86);
 #local WT=texture { pigment { bozo turbulence .6 color_map {[0 Col][.6 Col*.75][1 Col*.4]} scale <1,1.6,1> } normal {granite .1} }
 union {
  difference { box {<5.9+Dep,0,Z>,<11,Hh,Z+W>}
    box {<5+Dep,.15,Z+.35>,<6.7+Dep,2.9,Z+W-.35>}
    #local NF=int((Hh-3.6)/2.9); #for (F,0,max(0,NF-1)) #for (K,0,1) box {<5,4.3+F*2.9,Z+W*(.16+.42*K)>,<6.4+Dep,6.1+F*2.9,Z+W*(.16+.42*K)+W*.26>} #end #end
    texture {WT} }
  // shop inside
  #local Ws=.6+.6*rand(RQ); #local Warm=rgb <1,.62+.25*rand(RQ),.28+.4*rand(RQ)>;
  #if (Lit) box {<6.55+Dep,.15,Z+.36>,<6.6+Dep,2.88,Z+W-.36> pigment { gradient y color_map {[0 Warm*.5][.7 Warm][1 Warm*.6]} scale 3 } finish {emission 1.3*Ws diffuse .1}}
    // goods, shelves, a keeper
    #for (K,1,14) box {0,<.25,.15+.4*rand(RQ),.15+.3*rand(RQ)> translate <6.1+Dep+.2*rand(RQ),.15+floor(4*rand(RQ))*.62,Z+.4+rand(RQ)*(W-1)> pigment {rgb <rand(RQ),rand(RQ),rand(RQ)>*.6} } #end
    #for (K,0,3) box {<6.3+Dep,.75+K*.62,Z+.36>,<6.5+Dep,.79+K*.62,Z+W-.36> pigment {C3(60,40,30)}} #end
    #if (Z<30) light_source { <5.5+Dep-.2,2.6,Z+W/2>*<S,1,1> color Warm*3.2*Ws fade_distance 1.6 fade_power 2 } #end
    // sign
    #local SC=vnormalize(<.3+rand(RQ),.1+.8*rand(RQ),.1+.9*rand(RQ)>);
    box {<5.7+Dep,3.05,Z+.3>,<5.86+Dep,3.65,Z+W-.3> pigment {rgb SC} finish {emission .55}}
    #for (K,1,7) box {<5.68+Dep,3.2,Z+.4+K*W*.11>,<5.7+Dep,3.5,Z+.4+K*W*.11+W*.06> pigment {rgb 1} finish {emission 1}} #end
    #if (rand(RQ)<.6) box {<4.7,3.5,Z+.2>,<5.7,5,Z+.28> pigment {rgb <SC.z,SC.x,SC.y>} finish {emission .8}} box {<4.8,3.6,Z+.19>,<5.6,4.9,Z+.2> pigment {brick rgb <SC.x,SC.y,SC.z>*.4, rgb <1,.95,.85> brick_size <.3,.22,.5> mortar .1} finish {emission .9}} #end
  #else box {<6.1+Dep,.15,Z+.3>,<6.14+Dep,2.9,Z+W-.3> pigment {gradient y color_map {[0 C3(50,58,60)][.9 C3(64,72,74)][1 C3(26,30,32)]} scale .12}} #end
  // awning
  #local AC=rgb <.1+.4*rand(RQ),.12+.2*rand(RQ),.1+.2*rand(RQ)>;
  box {<0,-.02,0>,<1.7,.02,W-.2> rotate z*(180-14) translate <5.95+Dep,3.02,Z+.1> pigment { gradient z color_map {[.5 AC][.5 AC*.6+.08]} scale .7 } }
  // upper windows with shutters, balconies
  #for (F,0,max(0,NF-1)) #for (K,0,1) #local WZ=Z+W*(.16+.42*K);
    #local L2=(rand(RQ)<.5);
    box {<6.3+Dep,4.3+F*2.9,WZ>,<6.35+Dep,6.1+F*2.9,WZ+W*.26> #if (L2) pigment {gradient z color_map {[0 rgb <1,.66,.3>][.5 rgb <1,.8,.5>][1 rgb <.8,.5,.25>]} scale .5} finish {emission .5} #else pigment {C3(20,24,30)} finish {reflection .2} #end}
    box {<5.84+Dep,4.25+F*2.9,WZ-.4>,<5.9+Dep,6.1+F*2.9,WZ-.02> pigment {C3(40,74,62)}} box {<5.84+Dep,4.25+F*2.9,WZ+W*.26+.02>,<5.9+Dep,6.1+F*2.9,WZ+W*.26+.4> pigment {C3(40,74,62)}} #end
    #if (rand(RQ)<.6) union { box {<5.1+Dep,3.95+F*2.9,Z+.3>,<5.9+Dep,4.08+F*2.9,Z+W-.3> } #for (K,0,int(W/.18)-3) cylinder {<5.14+Dep,4.08+F*2.9,Z+.35+K*.18>,<5.14+Dep,4.95+F*2.9,Z+.35+K*.18>,.015} #end cylinder {<5.14+Dep,4.95+F*2.9,Z+.3>,<5.14+Dep,4.95+F*2.9,Z+W-.3>,.03} pigment {C3(50,50,50)} }
      #for (K,1,4) object {LB1 scale .3+.25*rand(RQ) translate <5.3+Dep,4.35+F*2.9,Z+.4+rand(RQ)*(W-.8)> LeafTex(C3(50,90,46))} #end #end #end
  scale <S,1,1> }
#end
#declare ZZ=-16; #while (ZZ<64) #local W=3.2+1.6*rand(RQ); House(ZZ,W,1,0) #declare ZZ=ZZ+W+.05; #end
#declare ZZ=-15; #while (ZZ<64) #local W=3.2+1.6*rand(RQ); House(ZZ,W,-1,0) #declare ZZ=ZZ+W+.05; #end
// street lamps
#macro Lamp(X,Z,S) union { cone {0,.09,y*5.6,.05 pigment {C3(34,36,36)}} sphere_sweep { b_spline 5 <0,4.8,0>,.045 <0,5.6,0>,.045 <S*.6,6.1,0>,.04 <S*1.7,6,0>,.04 <S*2.4,6,0>,.04 pigment {C3(34,36,36)} }
   sphere {0,.2 scale <1.4,.55,1> translate <S*1.7,5.9,0> pigment {rgb <1,.82,.55>} finish {emission 2.4}} light_source { <S*1.7,5.75,0> color rgb <1,.72,.4>*6 fade_distance 3 fade_power 2 }
   // halo of the rain about the lamp
   sphere {0,1 hollow pigment {rgbt 1} interior {media {emission rgb <1,.7,.38>*.5 density {spherical density_map {[0 rgb 0][.5 rgb .12][1 rgb 1.6]}} }} scale 1.5 translate <S*1.7,5.85,0>} translate <X,0,Z> }
#end
Lamp(4.4,0,-1) Lamp(-4.4,9,1) Lamp(4.4,19,-1) Lamp(-4.4,30,1) Lamp(4.4,42,-1)
// wires
#for (I,1,12) #local YY=5.4+1.2*rand(RQ); #local X=4.2+.4*rand(RQ); sphere_sweep { b_spline 6 <X,YY,-30>,.014 <X,YY,-20>,.014 <X,YY-.35*rand(RQ),-8>,.014 <X,YY,0>,.014 <X,YY-.5*rand(RQ),10>,.014 <X,YY,19>,.014 pigment {C3(10,10,10)}} #end
#for (I,1,3) sphere_sweep { b_spline 5 <-8,6.6,I*7>,.014 <-5,6.4,I*7>,.014 <0,5.8,I*7+1>,.014 <5,6.5,I*7+2>,.014 <8,7,I*7+2>,.014 pigment {C3(10,10,10)}} #end
// strings of small lamps across
#for (Q,0,1) #for (I,0,16) #local T=I/16; sphere {<-5+10*T,6.3-1.4*4*T*(1-T)*.6,13+Q*12>,.06 pigment {rgb <1,.6,.25>} finish {emission 2}} #end #end
// oncoming scooters and a car, with headlamps
#macro Scooter(X,Z,Col,Pn) union {
  object { Person(6,<.42,.95,.24>,<.42,.95,-.24>,pigment {Col},pigment {C3(30,32,40)},0,.12) translate <0,-.12,0> }
  // rain cape
  blob {threshold .4 cylinder {<-.3,.5,0>,<-.05,1.3,0>,.5,1} cylinder {<0,1.25,0>,<.42,.95,0>,.34,1} pigment {Col} normal {wrinkles .8 scale .3} finish {specular .5 roughness .03}}
  sphere {<.02,1.42,0>,.16 pigment {Col*.4+.1} finish {specular .7}}
  blob {threshold .4 cylinder {<-.7,.55,0>,<.1,.45,0>,.22,1} cylinder {<.35,.3,0>,<.42,.95,0>,.2,1} pigment {C3(60,20,20)}}
  torus {.24,.07 rotate x*90 translate <.6,.28,0> pigment {C3(12,12,12)}} torus {.24,.07 rotate x*90 translate <-.6,.28,0> pigment {C3(12,12,12)}}
  sphere {<.56,.86,0>,.09 pigment {rgb 1} finish {emission 5}}
  rotate y*90 translate <X,0,Z> }
  light_source { <X,.86,Z-.8> color rgb <1,.95,.82>*16 spotlight point_at <X+.1,.1,Z-8> radius 8 falloff 24 fade_distance 3 fade_power 2 }
  sphere {0,1 hollow pigment {rgbt 1} interior {media {emission rgb <1,.92,.75>*1.6 density {spherical density_map {[0 rgb 0][.4 rgb .08][1 rgb 2.4]}} }} scale .75 translate <X,.86,Z-.6>}
#end
Scooter(1.7,4.2,rgb <.1,.16,.5>,0) Scooter(-.7,12.5,rgb <.5,.1,.12>,0) Scooter(1,19,rgb <.1,.35,.3>,0) Scooter(-1.7,27,rgb <.4,.36,.1>,0)
// a parked row
#for (I,0,6) union { blob {threshold .4 cylinder {<-.7,.6,0>,<.1,.5,0>,.24,1} cylinder {<.35,.3,0>,<.42,1,0>,.2,1} cylinder {<.42,1,-.3>,<.42,1,.3>,.1,1} pigment {rgb <rand(RQ),rand(RQ)*.4,rand(RQ)*.4>*.4} finish {specular .8 roughness .02}} torus {.24,.07 rotate x*90 translate <.6,.28,0> pigment {C3(12,12,12)}} torus {.24,.07 rotate x*90 translate <-.6,.28,0> pigment {C3(12,12,12)}} rotate y*(200+8*rand(RQ)) translate <-4.7,.16,-3.6+I*.75> } #end
// a walker with an umbrella
union { object { Person(2,<.2,1.25,.1>,<.05,.8,-.28>,pigment {C3(120,104,90)},pigment {C3(34,36,48)},0,.16) }
  difference { sphere {0,.72 scale <1,.5,1>} sphere {0,.705 scale <1,.5,1>} plane {y,0.02} translate <.1,1.68,.05> pigment {radial color_map {[.5 C3(150,34,38)][.5 C3(120,24,30)]} frequency 8} finish {specular .6} }
  cylinder {<.18,1.1,.08>,<.1,2.05,.05>,.012 pigment {C3(30,30,30)}} rotate y*84 translate <-2.3,0,-3.6> }
union { object { Person(2,<.2,1.25,.1>,<.05,.8,-.28>,pigment {C3(60,84,110)},pigment {C3(34,36,48)},0,.16) }
  difference { sphere {0,.72 scale <1,.5,1>} sphere {0,.705 scale <1,.5,1>} plane {y,0.02} translate <.1,1.68,.05> pigment {C3(60,90,130)} finish {specular .6} }
  cylinder {<.18,1.1,.08>,<.1,2.05,.05>,.012 pigment {C3(30,30,30)}} rotate -y*60 translate <4.6,.16,6> }
// rain
mesh { #for (I,1,900) #local P=<-6+12*rand(RQ),7*rand(RQ),-11+22*rand(RQ)>; #local Le=.25+.25*rand(RQ); triangle {P,P+x*.0045,P+<.03,-Le,0>} #end pigment {rgbt <.8,.85,.95,.72>} finish {emission .2} no_shadow no_reflection }
