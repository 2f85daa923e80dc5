global using GiftCardSdk.TestHelpers;
global using GiftCardSdk.Testing;
