// Floating market at first light, Mekong delta.
#include "common.inc"
camera { location <-1.6,3.7,-11.5> right x*1.5 up y look_at <.5,.8,3> angle 52 }
light_source { <-4600,1900,3400> color rgb <1,.84,.62>*3 area_light x*300,y*300,3,3 adaptive 0 jitter }
light_source { <2000,6000,-4000> color rgb <.66,.78,.95>*1 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(246,230,196)][.15 C3(228,224,210)][.5 C3(168,194,208)][1 C3(110,152,186)]} } pigment { wrinkles turbulence .5 color_map {[.4 rgbt 1][.8 rgbt <1,.95,.88,.4>]} scale <.9,.16,.9> } }
fog { distance 95 color C3(232,222,198) }
plane { y,0 interior {ior 1.33} texture { pigment {C3(128,104,72)} normal { average normal_map {[1 bumps .3 scale <2.2,1,1.2>][1 bumps .34 scale <.7,1,.4> rotate y*30][.8 bumps .3 scale <.25,.25,.18>]} } finish {diffuse .65 specular .3 roughness .005 reflection {.03 .85 fresnel on} conserve_energy} } }
#declare Wd=texture { pigment { wood turbulence .06 color_map {[0 C3(120,90,62)][.5 C3(98,72,50)][1 C3(74,54,40)]} scale .07 rotate y*88 } finish {specular .15} }
#declare Wd2=texture { pigment { wood turbulence .06 color_map {[0 C3(90,76,64)][1 C3(64,54,48)]} scale .07 rotate y*88 } }
#declare NFr=8;
#macro Fruit(Kd) #switch (Kd) #case (0) sphere {0,.16 pigment {C3(96,138,48)*RR(.8,1.2)} finish {specular .3}} #break #case (1) sphere {0,.11 pigment {C3(236,140,30)} finish {specular .3}} #break #case (2) sphere {0,.13 scale <1,1.15,1> pigment {C3(206,44,92)*RR(.8,1.2)} finish {specular .3}} #break #case (3) union {sphere {0,.13 scale <1,1.5,1> pigment {leopard color_map {[0 C3(206,150,50)][1 C3(150,110,40)]} scale .03}} mesh {#for (I,1,12) triangle {y*.17,y*.19+x*.03,<RR(-.14,.14),RR(.28,.42),RR(-.14,.14)>} #end pigment {C3(80,110,50)}}} #break #case (4) sphere {0,.22 scale <1.35,.9,.9> pigment {radial color_map {[0 C3(50,90,40)][.5 C3(96,140,70)][1 C3(50,90,40)]} frequency 9 rotate z*90} finish {specular .4}} #break #case (5) union { #for (J,0,2) sphere {<RR(-.06,.06),RR(0,.1),RR(-.06,.06)>,.1 pigment {C3(120,156,80)*RR(.8,1.2)}} #end object {LB1 scale .16 pigment {C3(96,140,60)}} } #break #case (6) sphere {0,.1 scale <1.5,.8,.8> pigment {C3(226,196,60)} finish {specular .3}} #break #else sphere {0,.15 scale <1,.8,1> pigment {C3(200,110,50)} normal {radial .5 frequency 9}} #end #end
#declare FA=array[8]; #for (I,0,7) #declare FA[I]=union{Fruit(I)} #end
#macro Load(X0,X1,W,H,Kd,Hgt) #local N=int((X1-X0)*W*110*Hgt/.3); #for (I,1,N) #local X=RR(X0,X1); #local Z=RR(-W,W); #local Tp=Hgt*(1-pow(Z/W,2)*.7)*(1-pow(2*(X-X0)/(X1-X0)-1,4)*.7); object {FA[Kd] rotate <RR(0,360)*(Kd!=3),RR(0,360),RR(0,360)*(Kd!=3)> translate <X,H+Tp*RR(.6,1),Z>} #end #end
#macro Sampan(L,B,K1,K2,Shirt,Pos,Stand,Tx)
 union { object { Hull(L,B,.5,.42,2.3) texture {Tx} translate y*.36 } #for (S,-1,1,2) #for (J,-12,12) #local U=J/13; #local Ub=(J+1)/13; #if (J<12) cylinder {<L/2*U,.37+.42*pow(abs(U),2.6),S*B/2*pow(1-pow(abs(U),2.3),.75)>,<L/2*Ub,.37+.42*pow(abs(Ub),2.6),S*B/2*pow(1-pow(abs(Ub),2.3),.75)>,.035 texture {Tx}} #end #end #end
  box {<-L*.36,.16,-B*.36>,<L*.36,.2,B*.36> texture {Tx}} box {<-L*.47,.5,-B*.16>,<-L*.36,.54,B*.16> texture {Tx}} box {<L*.36,.5,-B*.16>,<L*.47,.54,B*.16> texture {Tx}}
  Load(-L*.04,L*.32,B*.33,.2,K1,.3) Load(-L*.24,-L*.06,B*.33,.2,K2,.26)
  #if (Stand) union { object { Person(12,<.5,1.1,.2>,<.45,1.0,-.2>,pigment {Shirt},pigment {C3(40,40,48)},1,.1) } cylinder {<.55,1.2,.25>,<1.5,-.5,1.1>,.025 texture {Tx}} cylinder {<.5,1.05,-.2>,<1.4,-.5,-1.1>,.025 texture {Tx}} translate <-L*.38,.3,0> }
  #else union { object { Person(8,<.4,.75,.25>,<.45,.85,-.25>,pigment {Shirt},pigment {C3(40,40,48)},1,.0) scale <1,.78,1> } translate <-L*.33,-.12,0> } #end
  translate Pos*0 }
#end
#macro Place(P,A) rotate y*A translate P #end
object { Sampan(6.4,1.5,2,3,C3(120,50,110),0,1,Wd) rotate y*158 translate <-3.0,0,-3.6> }
object { Sampan(6.0,1.4,4,1,C3(70,120,150),0,0,Wd2) rotate y*28 translate <3.0,0,-2.9> }
object { Sampan(6.2,1.5,5,0,C3(196,80,70),0,1,Wd) rotate y*-14 translate <.2,0,1.4> }
object { Sampan(5.6,1.4,6,7,C3(220,206,180),0,0,Wd2) rotate y*196 translate <-6.4,0,2.6> }
object { Sampan(6,1.4,1,5,C3(90,130,90),0,1,Wd) rotate y*60 translate <6.8,0,3.2> }
object { Sampan(6,1.4,3,6,C3(60,80,130),0,1,Wd2) rotate y*10 translate <-1.8,0,6.8> }
object { Sampan(6,1.4,0,2,C3(170,120,60),0,0,Wd) rotate y*170 translate <4.6,0,8.6> }
object { Sampan(6,1.4,7,4,C3(200,60,90),0,1,Wd2) rotate y*-30 translate <-8.4,0,10.4> }
// big trading boats with painted eyes and a sample pole
#macro Trader(Cl,A,P,Kd)
 union { #local HX=function(u,v,q) { 6.5*u*(.88+.12*v) } #local HY=function(u,v,q) { -.4+1.5*v+1.1*pow(max(0,u),3)*v+.4*pow(max(0,-u),4)*v } #local HZ=function(u,v,q) { 1.75*pow(1-pow(abs(u),3.2),.7)*pow(v,.45) } #local HZm=function(u,v,q) { -HZ(u,v,0) }
  union { object {PMesh(HX,HY,HZ,-1,1,0,1,50,8)} object {PMesh(HX,HY,HZm,-1,1,0,1,50,8)} pigment {gradient y color_map {[0 C3(70,54,44)][.4 C3(86,64,48)][.4 Cl][.62 Cl][.62 C3(190,44,38)][1 C3(190,44,38)]} scale 2.6 translate -y*.5} finish {specular .15} }
  #for (S,-1,1,2) sphere {0,1 scale <.34,.17,.05> translate <5.1,1.3,S*.98> pigment {rgb .95}} sphere {0,1 scale <.13,.13,.06> translate <5.15,1.3,S*1.02> pigment {rgb .02}} #end
  box {<-5.4,.7,-1.5>,<4.6,.8,1.5> texture {Wd}} box {<-5.2,.8,-1.25>,<-.6,2.4,1.25> pigment {gradient x color_map {[0 C3(90,140,150)][.9 C3(80,126,136)][1 C3(50,80,90)]} scale .35}} #for (K,0,3) box {<-4.8+K*1.1,1.4,-1.3>,<-4.1+K*1.1,2.0,1.3> pigment {C3(40,40,40)}} #end
  // arched roof of matting
  difference { cylinder {<-5.5,1.6,0>,<-.2,1.6,0>,1.6} cylinder {<-5.6,1.6,0>,<0,1.6,0>,1.54} plane {y,2.3} texture {pigment {crackle scale .12 color_map {[0 C3(120,96,66)][.2 C3(176,148,104)][1 C3(190,164,120)]}} } }
  Load(.0,4.2,1.15,.8,Kd,.75) cylinder {<3.4,1,0>,<3.6,6.4,.1>,.045 texture {Wd}} #for (J,0,3) object {FA[Kd] translate <3.6+.1,5.3-J*.42,.1>} #end object {FA[mod(Kd+1,8)] translate <3.72,6.1,.1>}
  object { Person(6,<.4,1.2,.2>,<.4,1.1,-.2>,Cloth(),pigment {C3(44,44,52)},1,.08) translate <-.2,.8,.9> } object { Person(26,<.5,.9,.2>,<.5,.9,-.2>,Cloth(),pigment {C3(44,44,52)},0,.08) rotate y*-60 translate <1.2,.8,-1.1> }
  cylinder {<-5.6,2.6,1>,<-2,2.6,1.3>,.01 pigment {rgb .1}} #for (K,0,4) box {<-5.2+K*.6,1.95,1.28>,<-4.8+K*.6,2.55,1.31> Cloth()} #end
  rotate y*A translate P }
#end
Trader(C3(60,110,96),24,<-7.6,0,17>,4) Trader(C3(96,120,70),-160,<8.6,0,14.5>,3) Trader(C3(70,90,120),6,<1.6,0,25>,0) Trader(C3(120,90,60),170,<-18,0,30>,1) Trader(C3(60,110,96),12,<16,0,32>,2)
#for (I,1,14) object { Sampan(6,1.4,int(rand(R)*7.9),int(rand(R)*7.9),C3(150,90,80)*RR(.5,1.4),0,(rand(R)<.6),Wd2) rotate y*RR(0,360) translate <RR(-26,28),0,RR(18,46)> } #end
// bank: stilt houses, palms
#declare P1=Palm(14,C3(76,104,48)) #declare T1=Tree(28,C3(74,102,52),.36)
#for (I,1,26) object {P1 rotate y*RR(0,360) scale RR(6,9.5) translate <RR(-60,64),.3,RR(60,72)>} object {T1 rotate y*RR(0,360) scale RR(6,10) translate <RR(-64,68),0,RR(62,76)>} #end
#for (I,-5,5) union { box {<-2.6,1.6,-2>,<2.6,4,2> pigment {gradient x color_map {[0 C3(130,130,120)][.9 C3(150,148,136)][1 C3(90,90,84)]} scale .3}} mesh { triangle {<-3.2,3.8,-2.8>,<3.2,3.8,-2.8>,<3,5.4,0>} triangle {<-3.2,3.8,-2.8>,<3,5.4,0>,<-3,5.4,0>} pigment {srgb <RR(.5,.6),RR(.35,.5),RR(.3,.45)>} } #for (K,-2,2) cylinder {<K*1.2,-1,-1.8>,<K*1.2,1.7,-1.8>,.1 texture {Wd2}} #end translate <I*10+RR(-2,2),0,57> } #end
