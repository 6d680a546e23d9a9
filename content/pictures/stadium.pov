// Floodlit stadium before the kick-off.
#include "common.inc"
camera { location <-50,5.2,-49> right x*16/9 up y look_at <4,8.2,14> angle 66 }
sky_sphere { pigment { gradient y color_map {[0 C3(70,66,104)][.14 C3(44,48,90)][.45 C3(20,26,58)][1 C3(8,12,32)]} } pigment { wrinkles turbulence .5 color_map {[.5 rgbt 1][1 rgbt <.12,.10,.2,.5>]} scale <.8,.2,.8> } }
light_source { <0,900,-300> color rgb <.4,.45,.7>*.5 shadowless }
#declare Mast=array[4]; #declare Mast[0]=<-84,50,66>; #declare Mast[1]=<84,50,66>; #declare Mast[2]=<-92,62,-70>; #declare Mast[3]=<92,62,-70>;
#for (I,0,3) light_source { Mast[I] color rgb <1,.98,.92>*1.5  } 
 union { #local P=Mast[I]; #for (K,0,3) #for (S,-1,1,2) #end #end cone {<P.x*1.02,0,P.z*1.02>,1.3,<P.x*1.02,P.y+4,P.z*1.02>,.7 pigment {C3(120,124,130)}}
  union { box {<-8,-5,.3>,<8,5,.8> pigment {C3(60,62,66)}} #for (A,0,7) #for (B,0,4) sphere {<-7+A*2,-4+B*2,0>,.72 pigment {rgb 1} finish {emission 3.4}} #end #end
   sphere {0,1 hollow pigment {rgbt 1} interior {media {emission rgb <.8,.88,1>*.055 density {spherical density_map {[0 rgb 0][.4 rgb .06][.75 rgb .4][1 rgb 2.2]}}}} scale 21 translate -z*2}
   rotate x*-18 rotate y*degrees(atan2(P.x,P.z)) translate P } } #end
// pitch: mown bands, lines
plane {y,0 pigment {C3(52,56,62)} }
box {<-52.5,0,-34>*1.12,<52.5,.05,34>*1.12 pigment { gradient x color_map {[0 C3(58,98,44)][.5 C3(58,98,44)][.5 C3(72,114,52)][1 C3(72,114,52)]} scale 11.67 } normal {granite .25 scale .6} finish {diffuse .8} }
#macro Ln(A,B) box {A,B+<0,.03,0> pigment {C3(236,240,234)}} #end
#declare Lw=.14;
#for (S,-1,1,2) Ln(<-52.5,.05,S*34-Lw>,<52.5,.06,S*34+Lw>) Ln(<S*52.5-Lw,.05,-34>,<S*52.5+Lw,.06,34>) 
 Ln(<S*36-Lw,.05,-20.2>,<S*36+Lw,.06,20.2>) Ln(<S*47-Lw,.05,-9.2>,<S*47+Lw,.06,9.2>) #for (T,-1,1,2) Ln(<min(S*36,S*52.5),.05,T*20.2-Lw>,<max(S*36,S*52.5),.06,T*20.2+Lw>) Ln(<min(S*47,S*52.5),.05,T*9.2-Lw>,<max(S*47,S*52.5),.06,T*9.2+Lw>) #end
 cylinder {<S*52.5,0,-3.66>,<S*52.5,2.44,-3.66>,.09 pigment {rgb 1}} cylinder {<S*52.5,0,3.66>,<S*52.5,2.44,3.66>,.09 pigment {rgb 1}} cylinder {<S*52.5,2.44,-3.66>,<S*52.5,2.44,3.66>,.09 pigment {rgb 1}} #for (K,0,18) cylinder {<S*52.5,2.44,-3.6+K*.4>,<S*54.8,0,-3.6+K*.4>,.02 pigment {rgb .8}} #end #end
Ln(<-Lw,.05,-34>,<Lw,.06,34>) difference { cylinder {y*.05,y*.08,9.15+Lw} cylinder {0,y*.1,9.15-Lw} pigment {C3(236,240,234)} }
// hoardings
#for (S,-1,1,2) #for (K,-9,9) box {<K*6-2.9,0,S*39.6>,<K*6+2.9,1,S*39.9> pigment {srgb <RR(.1,.9),RR(.1,.6),RR(.1,.7)>*.8} finish {emission .35}} #end #end
#for (S,-1,1,2) #for (K,-6,6) box {<S*59.6,0,K*6-2.9>,<S*59.9,1,K*6+2.9> pigment {srgb <RR(.1,.9),RR(.1,.6),RR(.1,.7)>*.8} finish {emission .35}} #end #end
// stands: an oval bowl of rows; far side with roof
#declare NRw=26;
#macro Fan(P) #local Q=int(rand(R)*5.99); sphere {P+y*.95,.17 pigment {C3(190,150,124)*RR(.5,1)}} sphere {0,1 scale <.3,.42,.22> translate P+y*.5 pigment { #switch (Q) #case (0) C3(190,40,40) #break #case (1) C3(190,40,40) #break #case (2) C3(226,220,210) #break #case (3) C3(50,70,120) #break #case (4) C3(226,180,60) #break #else C3(60,60,64) #end } } #end
#macro Pt(A,Dd,H) <pow(abs(cos(A*pi/180)),.55)*(cos(A*pi/180)<0?-1:1)*(62+Dd),H,pow(abs(sin(A*pi/180)),.55)*(sin(A*pi/180)<0?-1:1)*(42+Dd)> #end
#for (Rw,0,NRw) #local H=1.4+Rw*.62; #local Dd=Rw*.95;
 mesh { #for (I,0,179) #local A=-20+I*220/179-0; #local B=A+220/179; #local P=Pt(A,Dd,H); #local Q=Pt(B,Dd,H); #local P2=Pt(A,Dd+.95,H); #local Q2=Pt(B,Dd+.95,H); triangle {P,Q,Q2} triangle {P,Q2,P2} triangle {P,Q,Q-y*.62} triangle {P,Q-y*.62,P-y*.62} #end pigment {C3(96,98,106)} } #end
#declare FanA=array[24]; #for (I,0,23) #declare FanA[I]=union{Fan(0)} #end
#for (Rw,0,NRw) #local H=1.4+Rw*.62; #local Dd=Rw*.95+.45; #local NP=int(190+Rw*3); #for (I,0,NP) #local A=-19+218*I/NP; #local Blk=mod(I,int(NP/14)); #if (Blk>1 & rand(R)<.84) object {FanA[int(rand(R)*23.99)] translate Pt(A+RR(-.2,.2),Dd,H)} #end #end #end
// rear wall and roof ring
mesh { #for (I,0,119) #local A=-20+I*220/119; #local B=A+220/119; #local P=Pt(A,NRw*.95+1,0); #local Q=Pt(B,NRw*.95+1,0); triangle {P,Q,Q+y*27} triangle {P,Q+y*27,P+y*27} #end pigment {C3(84,88,100)} }
#for (I,0,59) #local A=-20+I*220/59; #local B=A+220/59*.96; mesh { #local P=Pt(A,4,31); #local Q=Pt(B,4,31); #local P2=Pt(A,NRw*.95+4,27); #local Q2=Pt(B,NRw*.95+4,27); triangle {P,Q,Q2} triangle {P,Q2,P2} pigment {C3(206,212,222)} finish {diffuse .6 emission .10} } cylinder {Pt(A,4,31),Pt(A,NRw*.95+2,26),.3 pigment {C3(226,230,236)}} cylinder {Pt(A,4,31),Pt(B,4,31),.3 pigment {C3(226,230,236)}} sphere {Pt(A,4.5,30.6),.4 pigment {rgb 1} finish {emission 3}} #end
// screen
box {<-10,0,0>,<10,8,.6> pigment {C3(30,32,36)} translate <30,17.5,64>} box {<-9.5,.4,-.1>,<9.5,7.6,0> pigment {bozo turbulence .5 color_map {[0 C3(40,110,50)][.6 C3(90,160,70)][1 C3(200,60,50)]} scale 3} finish {emission .8} translate <30,17.5,64>}
// players warming up, referee, balls
#for (I,1,24) object { Person(RR(0,14),<RR(.1,.4),RR(.8,1.2),.25>,<RR(-.2,.3),RR(.8,1.1),-.25>,pigment {#if (mod(I,2)) C3(206,30,34) #else C3(240,240,236) #end},pigment {#if (mod(I,2)) C3(206,30,34) #else C3(30,50,120) #end},0,RR(.1,.3)) scale 1.15 rotate y*RR(0,360) translate <RR(-40,26),.05,RR(-28,28)> } #end
// foreground: near stand rail and silhouettes of spectators with scarves
box {<-90,23.4,-84.5>,<60,23.6,-84.2> pigment {C3(60,60,64)}} #for (K,0,80) cylinder {<-90+K*1.8,22.4,-84.3>,<-90+K*1.8,23.5,-84.3>,.05 pigment {C3(60,60,64)}} #end
#for (K,0,44) object { Person(RR(0,10),<.3,RR(1.0,2.0),.3>,<.3,RR(1.0,2.0),-.3>,pigment {C3(70,20,24)*RR(.5,2)},pigment {C3(20,22,28)},(rand(R)<.06),.05) rotate -y*(90+RR(-20,20)) translate <-66+K*1.25+RR(-.3,.3),21.4+RR(-.2,.2)-.5*mod(K,2),-83+1.1*mod(K,2)> } #end
