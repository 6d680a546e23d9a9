// Rice drying on a yard.
#include "common.inc"
camera { location <-4.2,3.1,-8.8> right x*1.5 up y look_at <1.0,.75,2.6> angle 50 }
light_source { <5600,2600,1500> color rgb <1,.84,.6>*3.2 area_light x*300,y*300,3,3 adaptive 0 jitter }
light_source { <-3000,6000,-3000> color rgb <.62,.76,1>*.85 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(244,224,188)][.2 C3(214,214,206)][.6 C3(140,172,204)][1 C3(96,136,182)]} } }
fog { distance 170 color C3(236,216,182) }
plane {y,-.02 pigment { bozo turbulence .5 color_map {[0 C3(150,132,112)][1 C3(120,104,88)]} scale 1.4 } normal {granite .15 scale .5} }
// the layer of rice: raked furrows
#declare Fr1=function { pigment { bozo turbulence .3 color_map {[0 rgb 0][1 rgb 1]} scale .05 } }
#declare Fr2=function { pigment { granite color_map {[0 rgb 0][1 rgb 1]} scale .006 } }
#declare RH=function(x,y) { max(0,min(1, .30+ .26*sin(y*190+ 5*Fr1(x,y,0).grey+6*sin(x*3.2))*(.35+.65*Fr1(y,x,1).grey) + .2*(Fr2(x,y,0).grey-.5) - .9*max(0,.04-min(min(x,1-x),min(y,1-y))+.03*Fr1(x*2,y*2,0).grey)*12)) }
height_field { function 1300,1300 { RH(x,y) } smooth translate <-.5,-.08,-.5> scale <17,.14,19> rotate y*14 translate <1.4,0,5>
  texture { pigment { granite color_map {[0 C3(200,152,72)][.4 C3(218,174,86)][.7 C3(232,196,110)][1 C3(208,162,82)]} scale .12 } normal {granite .7 scale .03} finish {diffuse .85} } }
#macro Pile(P,Rr,Hh) isosurface { function { y - exp(-(x*x+z*z)*2.6) + .02*f_noise3d(x*30,y*30,z*30)+.03 } contained_by {box {<-1.6,0,-1.6>,<1.6,1.1,1.6>}} max_gradient 2.4 accuracy .005 texture { pigment { granite color_map {[0 C3(182,134,54)][.5 C3(220,176,84)][1 C3(236,202,116)]} scale .1 } normal {granite .6 scale .03} } scale <Rr,Hh,Rr> translate P } #end
#include "functions.inc"
Pile(<5.2,0,8.2>,1.3,.9) Pile(<-3.8,0,10.5>,1.4,.85) Pile(<7.6,0,3>,1.1,.7)
// sacks
#for (I,0,8) superellipsoid {<.55,.5> scale <.36,.52,.28> rotate <RR(-8,8),RR(0,90),RR(-9,9)> translate <6.6+mod(I,4)*.74,.45+.85*int(I/4),10.6+RR(-.2,.2)> pigment {C3(226,218,196)} normal {wrinkles .5 scale .2} } #end
#macro Rake(A,B) cylinder {A,B,.02 pigment {C3(160,120,76)}} union { box {<-.55,0,-.03>,<.55,.11,.03>} #for (K,-6,6) cylinder {<K*.085,0,0>,<K*.085,-.09,0>,.012} #end pigment {C3(140,100,62)} rotate y*90 translate B } #end
#macro Worker(P,Ry,Ln,Shirt,Trous) union { object { Person(Ln,<.52,.92,.12>,<.3,1.12,-.05>,pigment {Shirt},pigment {Trous},1,.16) } Rake(<.1,1.28,-.12>,<1.85,.08,.42>) rotate y*Ry translate P } #end
Worker(<-.6,.02,-1.2>,-24,26,C3(150,50,70),C3(44,42,52)) Worker(<2.7,.02,2.6>,160,18,C3(70,104,146),C3(60,52,46)) Worker(<-2.3,.02,5>,20,24,C3(226,214,190),C3(48,48,60)) Worker(<5.3,.02,5.2>,-150,22,C3(110,140,96),C3(44,44,50)) Worker(<.8,.02,8.6>,40,20,C3(196,110,56),C3(44,44,50))
object { Person(4,<.35,.95,.2>,<.1,.8,-.26>,pigment {C3(120,80,120)},pigment {C3(44,44,50)},1,.08) rotate y*190 translate <6.1,.02,9.4> }
// winnowing trays and baskets in the foreground
#for (K,0,1) union { difference { cylinder {0,y*.09,.52} cylinder {y*.02,y*.1,.48} } torus {.5,.035 translate y*.09} cylinder {y*.02,y*.06,.4 pigment {granite color_map {[0 C3(190,144,60)][1 C3(236,202,116)]} scale .1} normal {granite 1 scale .03}} pigment {radial color_map {[0 C3(196,160,104)][1 C3(156,120,74)]} frequency 60} rotate <0,0,K*4> translate <-3.5+K*.9,.0,-3.9-K*.5> } #end
#for (K,0,1) union { #for (J,0,9) torus {.22+.13*sqrt(J/9),.026 translate y*J*.045} #end #for (I,0,29) cone {vrotate(<.2,0,0>,y*I*12),.014,vrotate(<.36,.43,0>,y*I*12),.014} #end sphere {y*.36,.32 scale <1,.5,1> translate y*.18 pigment {C3(224,180,90)} normal {granite 1 scale .03}} pigment {C3(176,138,84)} translate <-5.1+K*.9,0,-2.3+K*1.1> } #end
// hens
#for (K,0,4) union { blob {threshold .4 sphere {0,.2,1} sphere {<-.12,.06,0>,.16,1} cylinder {<.08,.05,0>,<.16,.2,0>,.09,1} sphere {<.17,.23,0>,.08,1} pigment {C3(150,84,44)*RR(.5,1.4)}} cone {<.2,.23,0>,.015,<.26,.21,0>,.002 pigment {C3(226,180,60)}} sphere {<.17,.28,0>,.025 pigment {C3(190,30,24)}} mesh { #for (I,0,6) triangle {<-.15,.08,0>,<-.2,.14,0>,<-.3-RR(0,.1),.25+RR(-.1,.1),RR(-.05,.05)>} #end pigment {C3(60,40,30)}} cylinder {<0,-.1,.04>,<0,-.24,.04>,.01 pigment {C3(220,170,60)}} cylinder {<0,-.1,-.04>,<0,-.24,-.04>,.01 pigment {C3(220,170,60)}} scale 1.1 rotate y*RR(0,360) translate <RR(-6,-3.4),.27,RR(-1,4)> } #end
// farmhouse: tiled roof, wall, porch
union { box {<-7,0,0>,<7,3,5> pigment {bozo turbulence .5 color_map {[0 C3(226,196,130)][.7 C3(210,178,112)][1 C3(170,140,90)]} scale <.8,1.6,.8>}} box {<-7.4,0,-1.8>,<7.4,.35,.1> pigment {C3(150,110,86)}}
 #for (K,-3,3) cylinder {<K*2.2,.3,-1.5>,<K*2.2,2.9,-1.5>,.1 pigment {C3(110,76,50)}} box {<K*2.2-.55,.35,-.05>,<K*2.2+.55,2.4,.05> pigment {gradient x color_map {[0 C3(84,56,40)][.9 C3(104,70,48)][1 C3(50,34,26)]} scale .2}} #end
 mesh { triangle {<-8,2.7,-2.2>,<8,2.7,-2.2>,<7.4,5.2,2.5>} triangle {<-8,2.7,-2.2>,<7.4,5.2,2.5>,<-7.4,5.2,2.5>} texture { pigment { gradient x color_map {[0 C3(128,62,44)][.5 C3(164,88,62)][.9 C3(140,70,50)][1 C3(84,44,34)]} scale .22 } normal {gradient x 1 scale .22} } }
 cylinder {<-7.6,5.2,2.5>,<7.6,5.2,2.5>,.18 pigment {C3(130,70,52)}} rotate y*8 translate <-4,0,17> }
#declare P1=Palm(15,C3(78,100,40)) #declare P2=Palm(13,C3(92,108,44))
object {P1 scale 5.2 translate <8.4,0,15>} object {P2 scale 6 rotate y*70 translate <11,0,19>} object {P1 scale 6.4 rotate y*150 translate <6.2,0,21>} object {P2 scale 5 rotate y*200 translate <-13,0,15>} object {P2 scale 5.6 rotate y*20 translate <-15,0,20>}
#declare T1=Tree(34,C3(74,100,46),.34)
#for (I,1,26) object {T1 rotate y*RR(0,360) scale RR(5,10) translate <RR(-34,40),0,RR(24,40)>} #end
#for (I,0,16) object {Bush(10,C3(84,110,50)) scale RR(.6,1.1) translate <9+RR(0,7),.2,5+I*.8> } #end
object { Ridge(5,.2,1.2) pigment {C3(120,130,120)} scale <500,46,120> translate <40,-2,220> }
// line of washing
cylinder {<9,1.9,9>,<10.5,1.9,14>,.012 pigment {C3(40,40,40)}} 
