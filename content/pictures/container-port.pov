// Quay cranes, stacks and a ship at dawn.
#include "common.inc"
camera { location <-46,13,-96> right x*1.5 up y look_at <34,25,70> angle 48 }
#declare Sun=vnormalize(<.78,.16,.45>);
light_source { Sun*9000 color rgb <1,.66,.42>*2.1 area_light y*300,vcross(Sun,y)*300,3,3 adaptive 0 jitter }
light_source { <-4000,5000,-6000> color rgb <.42,.52,.75>*.6 shadowless }
sky_sphere { pigment { gradient y color_map { [0 C3(252,206,160)][.08 C3(240,196,172)][.2 C3(196,184,196)][.45 C3(126,150,190)][1 C3(66,98,150)] } }
  pigment { wrinkles turbulence .4 color_map { [.45 rgbt 1][.66 rgbt <.9,.62,.52,.6>][1 rgbt <.9,.6,.5,.4>] } scale <1.3,.11,1.3> translate <.6,0,.2> } }
fog { fog_type 2 distance 850 fog_offset 0 fog_alt 22 color C3(232,196,168) }
plane { y,-4 interior {ior 1.33} texture { pigment { C3(52,64,70) } normal { average normal_map { [1 bumps .25 scale <5,1,2>] [1 bumps .3 scale <1.2,1,.6>] } } finish { diffuse .4 specular .4 roughness .005 reflection {.03 .95 fresnel on} conserve_energy } } }
#declare Conc=texture { pigment { wrinkles turbulence .4 color_map {[0 C3(130,124,116)][.6 C3(150,144,136)][1 C3(104,98,92)]} scale 5 } finish { diffuse .7 specular .1 } } texture { pigment { bozo turbulence .7 color_map {[.5 rgbt 1][.9 rgbt <.06,.06,.06,.45>]} scale <14,1,5> } }
box {<-400,-6,-300>,<36,0,900> texture {Conc}} // quay edge at x=36, running away along z
box {<35.2,0,-300>,<36,.35,900> pigment {C3(190,150,40)}}
#for (K,0,1) box {<9+K*23,.0,-300>,<9.25+K*23,.06,900> pigment {C3(60,58,56)}} #end
// ---- containers
#declare NC=9; #declare CC=array[9]; #declare CC[0]=C3(150,44,36); #declare CC[1]=C3(34,74,120); #declare CC[2]=C3(44,104,84); #declare CC[3]=C3(196,108,36); #declare CC[4]=C3(120,124,126); #declare CC[5]=C3(206,202,190); #declare CC[6]=C3(92,36,48); #declare CC[7]=C3(196,164,60); #declare CC[8]=C3(36,52,84);
#declare Box12=union { box {<.12,.12,.05>,<2.32,2.5,12.14>} 
  #for (K,0,39) box {<0.03,.2,.3+K*.3>,<2.41,2.45,.42+K*.3>} #end
  #for (I,0,1) #for (J,0,1) box {<I*2.28,0,J*12.04>,<I*2.28+.16,2.6,J*12.04+.15>} box {<I*2.28,J*2.44,0>,<I*2.28+.16,J*2.44+.16,12.19>} #end #end
  box {<0,2.44,0>,<2.44,2.6,.15>} box {<0,0,0>,<2.44,.16,.15>}
  #for (K,0,3) cylinder {<.45+K*.5,.15,.02>,<.45+K*.5,2.45,.02>,.035} #end }
#macro Cont(P) object { Box12 translate P pigment { bozo turbulence .5 #local Q=CC[int(rand(R)*8.99)]*RR(.75,1.15); color_map {[0 Q][.7 Q*.9][.85 Q*.6][1 Q]} scale <.7,2,.7> } finish { diffuse .75 specular .12 roughness .08 } } #end
#macro Stack(X,Z,N,Hm) #for (I,0,N-1) #local Hh=int(RR(Hm*.5,Hm+.99)); #for (J,0,Hh-1) Cont(<X+I*2.56,J*2.62,Z+RR(-.05,.05)>) #end #end #end
Stack(-34,-50,7,3) Stack(-36,-34,8,4) Stack(-36,-20,9,5) Stack(-38,-4,11,4) Stack(-44,12,14,5) Stack(-46,28,15,5) Stack(-50,46,16,4) Stack(-54,64,18,5) Stack(-60,84,20,5) Stack(-60,104,20,5) Stack(-60,124,20,5)
// ---- quay crane: legs at x=9 and 32, boom over the ship toward +x
#macro Crane(Z,Col,Up)
 union { #local W=8;
  #for (S,-1,1,2) #for (L,0,1) box {<9+L*23-.75,1.6,S*W-.6>,<9+L*23+.75,44,S*W+.6>} box {<9+L*23-1.2,.3,S*W-2.6>,<9+L*23+1.2,1.7,S*W+2.6>} #end
    box {<9,20,S*W-.5>,<32,21.6,S*W+.5>} box {<9,43,S*W-.5>,<32,44.6,S*W+.5>} cylinder {<9,21,S*W>,<32,43.5,S*W>,.42}
    cylinder {<9,2,S*W>,<20,20.5,S*W>,.34} #end
  #for (L,0,1) box {<9+L*23-.6,20,-W>,<9+L*23+.6,21.6,W>} box {<9+L*23-.6,43.4,-W>,<9+L*23+.6,45,W>} cylinder {<9+L*23,21,-W>,<9+L*23,43,W>,.3} cylinder {<9+L*23,21,W>,<9+L*23,43,-W>,.3} #end
  // girders back and boom
  #for (S,-1,1,2) box {<-12,45,S*2.6-.5>,<34,47,S*2.6+.5>} #end
  #for (K,0,16) cylinder {<-12+K*2.8,46,-2.6>,<-12+K*2.8,46,2.6>,.15} #end
  union { #for (S,-1,1,2) box {<0,-1,S*2.6-.45>,<50,1,S*2.6+.45>} #for (K,0,18) cylinder {<K*2.7,1.1,S*3.3>,<K*2.7,2.2,S*3.3>,.05} #end cylinder {<0,2.2,S*3.3>,<50,2.2,S*3.3>,.06} #end #for (K,0,18) cylinder {<K*2.7,0,-2.6>,<K*2.7,0,2.6>,.14} #end
    rotate z*Up translate <34,46,0> }
  // A-frame and stays
  #local Bt=<34,46,0>+vrotate(<34,.5,0>,z*Up); #local Bm=<34,46,0>+vrotate(<17,.5,0>,z*Up);
  #for (S,-1,1,2) cylinder {<30,45,S*3>,<32,66,S*1>,.5} cylinder {<12,45,S*3>,<32,66,S*1>,.36} cylinder {<32,66,S>,Bt+z*S*2.6,.17} cylinder {<32,66,S>,Bm+z*S*2.6,.15} cylinder {<32,66,S>,<-11,47,S*2.6>,.15} #end
  cylinder {<32,66,-1.2>,<32,66,1.2>,.6}
  // machine house, cabin, spreader with box
  box {<-8,47,-3.6>,<6,51.5,3.6> pigment {C3(210,212,208)}} 
  #if (Up<10) box {<52,41.2,-1.4>,<55,44.2,1.4> pigment {C3(220,222,220)}} box {<52.2,42,-1.45>,<54.8,43.8,1.45> pigment {C3(30,40,50)}}
   #for (I,-1,1,2) #for (J,-1,1,2) cylinder {<57+I,45,J*2>,<57+I,27,J*3>,.05 pigment {C3(30,30,30)}} #end #end box {<55.8,26.6,-5.8>,<58.2,27.2,5.8> pigment {C3(210,170,40)}} Cont(<55.8,23.9,-6>) #end
  // stairs and lamps
  #for (K,0,7) cylinder {<9.9,2+K*5.2,-W+1>,<9.9,4.6+K*5.2,-W+4>,.09} cylinder {<9.9,4.6+K*5.2,-W+4>,<9.9,7.2+K*5.2,-W+1>,.09} #end
  #for (K,0,5) sphere {<14+K*10,44.6,-3.2>,.32 pigment {rgb <1,.95,.8>} finish {emission 3}} #end
  translate z*Z pigment { bozo color_map {[0 Col][.8 Col*.85][1 Col*.6+.04]} scale 2 } finish { diffuse .75 specular .15 } }
#end
Crane(14,C3(52,98,140),1) Crane(62,C3(52,98,140),58) Crane(112,C3(178,66,44),1) Crane(160,C3(178,66,44),1) Crane(220,C3(52,98,140),62) Crane(280,C3(52,98,140),1)
// ---- ship alongside
#declare SX=function(u,v,q) { 16*pow(1-pow(abs(u),5),.6)*(.85+.15*v) }
#declare SY=function(u,v,q) { -5+v*(15+4*pow(max(0,u*-1),3)+3*pow(max(0,u),6)) } #declare SZ=function(u,v,q) { u*(105+4*v) }
#declare SXm=function(u,v,q) { -SX(u,v,0) }
union { object { PMesh(SX,SY,SZ,-1,1,0,1,60,6) } object { PMesh(SXm,SY,SZ,-1,1,0,1,60,6) }
  texture { gradient y texture_map {[.0 pigment {C3(120,40,34)}][.17 pigment {C3(120,40,34)}][.17 pigment {C3(34,46,66)}][.86 pigment {C3(34,46,66)}][.86 pigment {C3(226,224,216)}][1 pigment {C3(226,224,216)}]} scale 24 translate -y*6 } translate <54,0,100> }
#for (Zi,-6,5) #if (Zi!=4) #for (I,-5,5) #local Hh=int(RR(2,5.9)); #for (J,0,Hh-1) Cont(<54+I*2.6-1.2,10+J*2.62,100+Zi*14.5>) #end #end #end #end
union { box {<-14,9,0>,<14,30,9>} box {<-16,30,-1>,<16,33,9>} box {<-3,33,2>,<3,37,8> pigment {C3(34,46,66)}} cylinder {<0,33,4>,<0,42,4>,.4} #for (J,0,5) #for (I,-6,6) box {<I*2-.6,11.5+J*3,-.1>,<I*2+.6,12.9+J*3,.1> pigment {C3(30,40,50)}} #end #end box {<-15.5,30.8,-1.1>,<15.5,32.2,-.9> pigment {C3(30,40,50)}} pigment {C3(232,228,218)} translate <54,0,160> }
// ---- yard traffic
#for (K,0,3) union { box {<-1.2,.9,0>,<1.2,1.2,12.4> pigment {C3(50,52,54)}} Cont(<-1.2,1.25,0>) box {<-1.2,.8,-3>,<1.2,3.3,-.6> pigment {C3(214,150,40)}} box {<-1.1,2,-3.05>,<1.1,3,-2.9> pigment {C3(30,36,44)}} #for (I,0,4) cylinder {<-1.25,.55,-2+I*3.2>,<1.25,.55,-2+I*3.2>,.55 pigment {C3(26,26,26)}} #end
  sphere {<-.8,1.1,-3.1>,.16 pigment {rgb 1} finish {emission 2}} sphere {<.8,1.1,-3.1>,.16 pigment {rgb 1} finish {emission 2}} translate <-4+K*2.6*mod(K,2),0,-34+K*42> } #end
#for (I,1,6) object { Person(2,<.2,1,.2>,<.1,.8,-.25>,pigment {C3(236,120,40)},pigment {C3(40,46,60)},0,.12) rotate y*RR(0,360) translate <RR(-13,4),0,RR(-58,-20)> } #end
#for (K,0,5) union { cylinder {0,y*26,.25 pigment {C3(90,94,96)}} cylinder {<-2,26,0>,<2,26,0>,.2 pigment {C3(90,94,96)}} #for (I,-2,2) sphere {<I,25.7,0>,.35 pigment {rgb <1,.93,.78>} finish {emission 2.5}} #end translate <-14,0,-26+K*44> } #end
// far hills
object { Ridge(4,.16,1.3) pigment {C3(90,92,104)} scale <2600,150,500> translate <300,-6,1500> }
