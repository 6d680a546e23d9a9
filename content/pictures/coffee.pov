// Bowls of coffee beans on a worn wooden table.
#include "common.inc"
camera { location <-1.3,6.2,-6.6> right x*(4/3) up y look_at <.1,.3,.2> angle 35  }
light_source { <-14,13,8> color rgb <1,.95,.88>*2.3 area_light <4,0,4>,<0,5,0>,4,4 adaptive 1 jitter }
light_source { <9,9,-9> color rgb <.7,.8,1>*.7 shadowless }
sky_sphere { pigment { gradient y color_map {[0 C3(90,84,80)][1 C3(200,210,220)]} } }
#declare Tab=texture { pigment { wood turbulence .09 octaves 4 color_map {[0 C3(128,92,62)][.45 C3(112,78,52)][.8 C3(92,62,42)][1 C3(70,46,32)]} scale .45 rotate y*90 rotate z*2.5 rotate x*3 } normal { granite .12 scale <2,.2,.2> } finish { specular .15 roughness .08 } } texture { pigment { bozo turbulence .6 color_map {[.5 rgbt 1][.8 rgbt <.05,.03,.02,.6>]} scale <2.4,1,.8> } }
#for (K,-4,5) box {<-12,-.3,K*1.25>,<12,0+RR(-.015,.015),K*1.25+1.235> texture {Tab translate <RR(-9,9),RR(-3,3),RR(-3,3)>} } #end
// bean
#declare GX=function(u,v,q) { cos(v) }
#declare Gr0=function(u,v) { exp(-pow((u-pi-.10*sin(v*4))/.16,2))*.55 }
#declare GY=function(u,v,q) { .62*sin(v)*cos(u)*(1-select(cos(u),.42,0)) + select(cos(u),Gr0(u,v)*.62*sin(v),0) }
#declare GZ=function(u,v,q) { .76*sin(v)*sin(u) }
#declare BMesh=PMesh(GX,GY,GZ,0,2*pi,0,pi,44,18)
#macro Bean(Cl,Gr) object { BMesh pigment {bozo turbulence .3 color_map {[0 Cl*.7][.6 Cl][1 Cl*1.4]} scale .6} normal {granite .12 scale .7} finish {specular #if (Gr) .08 roughness .1 #else .42 roughness .035 #end} scale .115 } #end
#declare BD=array[4]; #declare BM=array[4]; #declare BG=array[4];
#for (I,0,3) #declare BD[I]=Bean(C3(66,42,30)*RR(.7,1.2),0) #declare BM[I]=Bean(C3(120,78,48)*RR(.8,1.2),0) #declare BG[I]=Bean(C3(168,166,118)*RR(.85,1.12),1) #end
#macro One(Kd) #local J=int(rand(R)*3.99); object { #if (Kd=0) BD[J] #else #if (Kd=1) BM[J] #else BG[J] #end #end scale RR(.88,1.12) rotate <RR(-70,250),RR(0,360),RR(-70,70)> #end
#macro Bowl(P,Rr,Hh,Kd,Gl,N)
 union {
  #local Sp=spline { cubic_spline -.1,<0,.05,0> 0,<Rr*.3,.05,0> .1,<Rr*.5,0,0> .2,<Rr*.56,.04,0> .35,<Rr*.78,Hh*.36,0> .5,<Rr*.95,Hh*.75,0> .62,<Rr*1.01,Hh,0> .68,<Rr*.97,Hh*1.01,0> .8,<Rr*.9,Hh*.75,0> .92,<Rr*.5,Hh*.22,0> 1,<0,Hh*.2,0> 1.1,<0,Hh*.2,0> } object { LMesh(Sp,72,50) texture {Gl} }
  #for (I,1,N) #local A=RR(0,2*pi); #local Q=Rr*.86*sqrt(rand(R)); #local Top=Hh*.80+.24*Hh*(1-pow(Q/(Rr*.86),2))*1.3; One(Kd) translate <Q*cos(A),Top-RR(0,.12),Q*sin(A)> } #end
  cone {y*Hh*.3,Rr*.55,y*Hh*.72,Rr*.82 pigment {C3(40,28,22)}}
 translate P } #end
#declare G1=texture { pigment { bozo turbulence .5 color_map {[0 C3(214,206,190)][1 C3(196,188,172)]} scale .4 } normal {bumps .04 scale .3} finish { specular .5 roughness .02 reflection {.01 .12} } } texture { pigment { granite color_map {[.0 rgbt <.2,.14,.08,.2>][.22 rgbt <.3,.2,.1,.6>][.27 rgbt 1]} scale .5 } }
#declare G2=texture { pigment { gradient y color_map {[0 C3(58,84,98)][.6 C3(70,104,120)][1 C3(150,140,116)]} scale 1.05 turbulence .06 } finish { specular .6 roughness .02 reflection {.02 .16} } }
#declare G3=texture { pigment { wood turbulence .06 color_map {[0 C3(150,108,68)][1 C3(112,74,44)]} scale .12 rotate x*80 } finish { specular .2 } }
Bowl(<-.95,0,-.75>,1.15,.85,0,G1,900) Bowl(<1.65,0,.15>,1.05,.8,1,G2,760) Bowl(<.0,0,2.1>,1.1,.82,2,G3,800)
// spilled beans
#for (I,1,150) #local A=RR(0,2*pi); #local Q=abs(RR(-1,1)+RR(-1,1)); One(0) translate <1.1+Q*cos(A)*1.1,.085,-1.75+Q*sin(A)*.55> } #end
#for (I,1,26) One(2) translate <RR(1.4,3.2),.085,RR(1.4,2.6)> } #end #for (I,1,18) One(1) translate <RR(-3.5,-2),.085,RR(-.5,1.8)> } #end
// scoop
union { difference { cylinder {<0,.26,0>,<1.1,.26,0>,.33} cylinder {<.06,.26,0>,<1.3,.26,0>,.3} box {<.1,.34,-1>,<2,2,1> rotate z*-10} } sphere_sweep { b_spline 5 <.3,.26,0>,.06 <0,.28,0>,.06 <-.5,.36,0>,.06 <-1.0,.4,0>,.075 <-1.5,.42,0>,.075 } pigment {C3(170,140,96)} finish {specular .9 roughness .02 metallic reflection {.25 metallic} diffuse .4} rotate y*-24 translate <2.6,0,-1.9> }
#for (I,1,26) One(0) translate <2.8+RR(-.1,.8),.22+RR(0,.12),-2.0+RR(-.2,.5)> } #end
// grading card and jute cloth
#declare CX=function(u,v,q) { 3.4*u+.16*sin(v*7)-1.7 } #declare CZ=function(u,v,q) { 3.6*v+.12*sin(u*9) } #declare CY=function(u,v,q) { .03+.075*pow(abs(sin(u*5.3+v*2.2)),2)+.05*abs(sin(v*6.1-u*3)) }
object { PMesh(CX,CY,CZ,0,1,0,1,90,90) pigment { crackle scale .03 color_map {[0 C3(92,70,44)][.2 C3(164,134,92)][1 C3(186,158,112)]} } normal {crackle .6 scale .03} rotate y*22 translate <-3.1,0,.6> }
box {<0,0,0>,<1.25,.012,.8> rotate y*-16 translate <-3.5,.13,-1.9>*<1,0,1>+<0,.02,0> pigment {C3(236,230,214)} }
text { ttf "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf" "Lô 26 · R1" .004,0 scale .17 rotate x*90 translate <.12,.0,.5> rotate y*-16 translate <-3.5,.036,-1.9> pigment {C3(60,40,36)} }
#for (K,0,2) box {<.12,0,.12+K*.1>,<.9-K*.14,.002,.135+K*.1> rotate y*-16 translate <-3.5,.033,-1.9> pigment {C3(120,104,96)}} #end
