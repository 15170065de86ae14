namespace Shopify.Client.AspNetCore.Tests.Support;

internal sealed record BegunInstall(Uri Authorize, string State, string SetCookie)
{
    public string Cookie => SetCookie.Split(';')[0];
}
