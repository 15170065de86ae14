namespace Shopify.Emulator.Faults;

internal enum FaultTarget
{
    Admin,
    Storefront,
    Token,
}
