// The guide's adapter lives outside our namespaces, as somebody else's would.
global using GiftCardSdk;
