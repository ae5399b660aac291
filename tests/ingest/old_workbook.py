"""An Excel workbook of the old kind, as LibreOffice wrote it: Python has nothing that writes one.

Sheet `Notes` holds a sentence. Sheet `Answers` has a title, names in two rows with merged cells, a region merged over two
responses, days, and a grand total.
"""

import base64
import zlib

XLS = zlib.decompress(
    base64.b85decode(
        "c-rk)Uu;uV82|3=ZF@V$)(tjrz`UZsVCx*i=tOaafk>i20F{^}Qnq%hbn9$8bw)!Gc`=e;c<=>dP~bt0e_|quin7E9A2j;HgNn%@k!Uc"
        "n8jT@wtH1BNr`=uYlC>BUWvBVwbI<RdbH4AK^L^(#r(b_nGj{yFh6_}X?jjdWWPRjua2imNEBJ|Y#Z6?h*&LmnP5-Ghu5w;O1MBAoc+I"
        "_l3Ha3d&QbYn`hTSz6vr<`7Hy(I<Ov#~Qc^uE#@XLY+Dy!_-b~Z1{PN}V{>}Ti3z*LTdCzD6uLR}-RY0{J0;mS41?B<sfjY4Xq6NT0;0"
        "B-pSOhEvmH>^wjerH*1S|z^25teC0n33EKohVMSfzAsQ90vQytk=xJMuNN`%_uTXJQpSZu)5M7rf-M_7`9g?;4|G7Z-tU8e-e%3dMS?e"
        "=BVe9YPxGa27_oPBUPuIvoS5=pErdmghRLKcpa89m=M6>p{`}usoN_vkFg*PD`6_g;@<tJTG>BMBG3luhvB&icysIVkeBEMgx7$9=2a<"
        "uzzUl<qOxkmamOQC7oa|+Z-MYCql7CqlQkhhm9b02L=YZ1HHYC#v(e!?&Ku9t^WSC0|RT5$uaS`6ZA*ca(MSyi+L6){O>d4^%8ly?)Vd"
        "!yJGX)Y}d~e@++s|Tc+VxO~d<&@_Bul3i*>ZZxr&UuHujCD5NRNxj*faye93Dyf$q}J}>Q+e16)U-6Otp2r*#9E%r=X<Ee1+5Q0HKHV-"
        "eYA51<OP9$F>_EwEXH4`A(by%az@F_%%%p)S*laaYJ?Z~6k<ZVK8ysx1-8TRf^QPHFW8lsVTRtw@8q{d(Uc04lSH74SX`6oisU-Y!Zs|"
        "q_l?Fff@tyF(BX+@%mWU3Y6YV&Y7nX;0@i6_D%R(o6fZ62=H7mW`>lZ~Mf^tLmUiY6nWo)k!obZ06QiD0UB#Nz`fZjC2W{Y=M)Q~ijGn"
        "-ify2#Kdcu`J|P(0Rj-l|5!1FljM$D%V*#d*k&_*?224@Lo(3Z&Woh34RPa(6#vT#oHS?9~C}LlRYlu1*8`30KSYGtE5G<JfD-gxqy67"
        "xaZ}$9PRreoGx{)aJ)C=`~9(VrQ`iLwof0lB3V!!(pt2Im7as6d&W9*xkeA-i%HMQut|HttX3nf${#Z9r>XnZdy68gX<S_@?KVHtcAkO"
        "EefH=xX0E-#HC&lCscB@Ig!g6qMGiPRRY*H-!<KrFUP~W%>=;3Gw~U65BGqDic?F63U`KtXvm-5csJh<P%<j#YX3dz><@;35RfIE&aPA"
        "_UrwHdQ;3jQ_DK6<UUwXczq2$V!bd*@WrhD-2Lg^FmE@@MTy5myP(Vttjap6}jx^T&mnykec9A|k`tEbmK<NCFtMZFxIxp%kJbYb?~sI"
        "`E8F&<9@mR$;-K~1+vu#e4iyxfBO_DI>3zH3q9zTc3(>&5gukmwO@G#PE~(5}-GjoW*ry-&6Gii~#QzN=yxKfnqM8MWQYrK~}hcSAIu>"
        "Tj0Q-^?=n&2;!1UAw={AZa-DyDIEEkl)np$Yy`Km+u@8M0*nPWIU3xHa*o7j#+o!5!e;l8;-@oGXEQ*kx0k2+`TkASe2b7vLuUAq+c34"
        "^y+U{w)Okpe95Hd74Lt;OYw}_cKCaTx}OErbltD+X}i^3tykUGhEzoTY23bh>FVwjbjZ8ved6?oukZg}bH10NzeMzNU!FVGy2yX@W$52"
        "><?W4pW+>pg)jcs6`TY)Ex2t<8sk>rs%(~JscT(UnuOAwE2nP=Y?5SgA<67O`+J;24>FV@P{{JKESKx!i+Q^#Dwcj6x^aSn0*^u?vSF-"
        "-KvYpw1DqF(;Dz8-J{HzOd2jC;ypu=Nj$#*&agPBR2W?)O+&$r<=7%qGLILMXy|4%^uS7V>ychWG%KY&{)ul*KSK}6PsnG|lTaWK=TCM"
        "Dlp!u+=aZ{_80goGZ^AuJYHnm!$6jDNL5{`LO<-`{?~POS"
    )
)
