/**
 * A certificate of this machine for servers of tests, signed by itself and good until 2126; nobody trusts it unless told to.
 * Made with: openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 * -addext subjectAltName=DNS:localhost,IP:127.0.0.1
 */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIUK7ys+j37DHZeeYOJOy11IRM5snAwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNTA0NTI1MloYDzIxMjYxMTAx
MDQ1MjUyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARuCEGr4c3wwJ3ylfnO2puhdgs6YIjsrneJfcPCBGHbDO4Lkj44yTe6
j5HMvRU1hXauKlMdTpMUkgVcG3wtOqAuo28wbTAdBgNVHQ4EFgQUyPJI5okhvHlL
TFGeLgH0VGEXXqgwHwYDVR0jBBgwFoAUyPJI5okhvHlLTFGeLgH0VGEXXqgwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAKUfRtS0pL9rtdoyDO0Hw4yws74SgO4g14T5JE7oY7/WAiEA
kyCvBXLw2IrhP+Ues3ttUSNnW0xKLRY3SBBr3qPowuw=
-----END CERTIFICATE-----
`;

export const CERTIFICATE_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgwesgwRQtkTUrj8KH
2d5B2O6vEOF1qiWGhWZVEEvWe0ChRANCAARuCEGr4c3wwJ3ylfnO2puhdgs6YIjs
rneJfcPCBGHbDO4Lkj44yTe6j5HMvRU1hXauKlMdTpMUkgVcG3wtOqAu
-----END PRIVATE KEY-----
`;
