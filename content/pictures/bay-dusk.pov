// Karst bay at dusk with two junks.
#include "common.inc"
#include "functions.inc"
camera { location <0,7,-60> right x*1.5 up y look_at <3,13,60> angle 46 }
#declare SunD=vnormalize(<.42,.075,1>); #declare SDx=SunD.x; #declare SDy=SunD.y; #declare SDz=SunD.z;
light_source { SunD*9000 color rgb <1,.5,.28>*1.3 }
light_source { <-3000,6000,-5000> color srgb <.5,.52,.72>*.42 shadowless }
sky_sphere { pigment { gradient y color_map { [0 C3(240,176,128)][.05 C3(238,172,132)][.12 C3(214,154,146)][.28 C3(142,128,158)][.55 C3(84,94,140)][1 C3(44,58,104)] } }
  pigment { wrinkles turbulence .35 lambda 2.4 color_map { [.42 rgbt 1][.62 rgbt <.72,.42,.42,.55>][.8 rgbt <.86,.5,.4,.3>][1 rgbt <.5,.34,.42,.3>] } scale <1.1,.10,1.1> translate <.3,.02,0> }
  pigment { function { pow(max(0,(x*SDx+y*SDy+z*SDz)/sqrt(x*x+y*y+z*z)),60) } color_map { [0 rgbt 1][1 rgbt <1,.62,.28,.25>] } } }
fog { fog_type 2 distance 430 fog_offset 0 fog_alt 26 color C3(206,160,148) }
fog { fog_type 2 distance 1100 fog_offset 0 fog_alt 4 color C3(226,180,158) }
plane { y,0 interior {ior 1.33} texture { pigment { C3(34,44,58) } normal { average normal_map { [1 bumps .16 scale <7,1,2.2>] [1 bumps .2 scale <1.8,1,.7> rotate y*14] [.7 bumps .2 scale <.5,.5,.22> rotate -y*10] } } finish { diffuse .4 specular .35 roughness .004 reflection { .03 .95 fresnel on } conserve_energy } } }
#declare Rock=texture { pigment { wrinkles turbulence .5 color_map {[0 C3(120,112,104)][.4 C3(150,142,130)][.8 C3(96,90,86)][1 C3(60,58,56)]} scale <.09,.35,.09> } normal { granite .6 scale .2 } }
#declare Green=texture { pigment { bozo turbulence .5 color_map {[0 C3(34,46,30)][1 C3(62,72,40)]} scale .05 } normal { granite 1.3 scale .06 } }
#declare IslT=texture { slope { y .0,1 } texture_map { [.50 Rock][.62 Green][1 Green] } }
#macro Isle(P,Rx,H,Sd,Acc)
 isosurface { function { pow(sqrt(x*x+z*z),1.0) - .62*pow(max(0,1-pow(max(y,0),1.5)),.42)*(1+.18*sin(3*atan2(z,x)+Sd)) - .50*(f_noise3d(x*1.9+Sd,y*1.1,z*1.9+Sd)-.5) -.20*(f_noise3d(x*4+Sd,y*1.3+Sd,z*4)-.2) + max(0,y-.80-.3*f_noise3d(x*2.6,Sd,z*2.6))*5 - .14*f_noise3d(x*8+Sd,y*2.0,z*8) - .05*f_noise3d(x*20+Sd,y*7,z*20)+.06 + .10*max(0,.09-y)*8 }
  contained_by { box {<-1.2,-.05,-1.2>,<1.2,1.15,1.2>} } max_gradient 5 accuracy Acc threshold 0 texture {IslT} scale <Rx,H,Rx> rotate y*Sd*40 translate P }
#end
Isle(<-48,0,70>,24,44,1.3,.002) Isle(<-24,0,120>,20,30,2.6,.002) Isle(<54,0,150>,26,46,3.1,.002) Isle(<92,0,120>,26,60,4.2,.002)
Isle(<8,0,260>,30,40,5.5,.003) Isle(<-70,0,220>,40,58,6.1,.003) Isle(<130,0,300>,44,66,7.7,.003) Isle(<-20,0,420>,46,52,8.4,.003) Isle(<70,0,460>,60,62,9.2,.003) Isle(<-140,0,480>,70,80,10.3,.003) Isle(<170,0,560>,70,70,11.1,.003)
Isle(<26,0,54>,3.2,5,12.9,.003) Isle(<-27,0,52>,4.2,6,13.7,.003)
#declare Wood=texture { pigment { wood turbulence .06 color_map {[0 C3(76,48,32)][1 C3(44,28,22)]} scale .12 rotate y*89 } finish { specular .2 } }
#macro Sail(W,H,Lean,Nb) // battened lug sail; luff at x=0
 #local SX=function(u,v,q) { W*(u-.22)*(1-.42*pow(v,2.2)) + Lean*v }
 #local SY=function(u,v,q) { H*v*(1-.10*(1-u)) + .16*H*(u-.2)*v }
 #local SZ=function(u,v,q) { .16*W*sin(pi*u)*(.5+.5*sin(pi*v)) + .05*W*abs(sin(pi*Nb*v))*sin(pi*u) }
 union { object { PMesh(SX,SY,SZ,0,1,0,1,16,48) texture { pigment { gradient y turbulence .08 color_map { [0 C3(150,62,36)][.5 C3(176,84,46)][1 C3(132,52,34)] } scale H/Nb } finish { diffuse .7 } }
    texture { pigment { granite color_map {[.4 rgbt 1][.9 rgbt <.3,.12,.06,.5>]} scale 3 } } }
   #for (K,0,Nb) #local V=K/Nb; cylinder {<SX(0,V,0)-.2,SY(0,V,0),SZ(0,V,0)>,<SX(.5,V,0),SY(.5,V,0),SZ(.5,V,0)+.02>,.06 texture {Wood}} cylinder {<SX(.5,V,0),SY(.5,V,0),SZ(.5,V,0)>,<SX(1,V,0)+.2,SY(1,V,0),SZ(1,V,0)>,.06 texture {Wood}}
     cylinder {<SX(1,V,0),SY(1,V,0),SZ(1,V,0)>,<W*.95,.3,0>,.015 pigment {C3(50,40,32)}} #end }
#end
#declare Junk=union {
  object { Hull(17,5,2.2,2.0,2.8) texture {Wood} translate y*1.5 }
  box {<-6.8,1.1,-2.0>,<6.8,1.3,2.0> texture {Wood}}
  #for (S,-1,1,2) #for (K,-16,16) cylinder {<K*.42,1.4+pow(abs(K/16),2.6)*1.3,S*2.3*pow(1-pow(abs(K)/20,2.8),.75)>,<K*.42,2.0+pow(abs(K/16),2.6)*1.3,S*2.3*pow(1-pow(abs(K)/20,2.8),.75)>,.04 texture {Wood}} #end #end
  // cabin
  difference { box {<-5.6,1.3,-1.7>,<1.4,3.5,1.7>} #for (K,0,5) box {<-5.2+K*1.1,2.2,-3>,<-4.6+K*1.1,3.0,3>} #end texture {Wood} }
  box {<-5.5,1.4,-1.5>,<1.3,3.4,1.5> pigment {C3(255,196,110)} finish {emission .9}}
  box {<-6,3.5,-2>,<1.7,3.65,2> texture {Wood}} #for (S,-1,1,2) cylinder {<-5.9,4.3,S*1.9>,<1.6,4.3,S*1.9>,.04 texture {Wood}} #for (K,0,7) cylinder {<-5.9+K*1.07,3.6,S*1.9>,<-5.9+K*1.07,4.3,S*1.9>,.03 texture {Wood}} #end #end
  cylinder {<2.4,0,0>,<2.6,14.5,0>,.16 texture {Wood}} cylinder {<-3.4,2,.2>,<-3.6,10.6,.2>,.12 texture {Wood}} cylinder {<6.2,1.5,0>,<7.0,9.2,0>,.1 texture {Wood}}
  object { Sail(6.6,9.6,.5,7) translate <2.4,4.2,-.3>} object { Sail(4.2,6,.3,5) translate <-3.5,4.6,-.1>} object { Sail(4,5.6,.7,5) translate <6.4,3,-.25>}
  cylinder {<7.5,2.6,0>,<9.6,3.4,0>,.09 texture {Wood}} cylinder {<2.6,14.4,0>,<8.8,3.1,0>,.02 texture {Wood}} cylinder {<2.6,14.4,0>,<-7.6,3,0>,.02 texture {Wood}}
  sphere {<-5.8,4.9,0>,.14 pigment {rgb <1,.85,.5>} finish {emission 3}}
  #for (K,1,3) object { Person(2,<.2,1,.2>,<.2,1,-.2>,Cloth(),pigment {C3(34,34,44)},mod(K,2),.05) rotate y*K*70 translate <-4.5+K*1.6,3.6,-1> } #end
}
object { Junk rotate y*-24 scale 1.0 translate <9.5,0,8> }
object { Junk rotate y*152 scale .95 translate <-15,0,64> }
// a bamboo basket boat and an oarswoman
union { object { Hull(4.6,1.2,.5,.35,2.4) texture {Wood} translate y*.35 } object { Person(12,<.5,.75,.3>,<.5,.75,-.3>,pigment {C3(70,52,70)},pigment {C3(30,30,36)},1,.02) scale <1,.72,1> translate <-.4,.05,0> } cylinder {<-.2,.7,.4>,<1.4,0,1.9>,.03 texture {Wood}} rotate y*200 translate <-7,0,-22> }
