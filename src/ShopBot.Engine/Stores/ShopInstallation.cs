namespace ShopBot.Engine.Stores;

/// <summary>A shop that installed the app.</summary>
/// <param name="ShopDomain">Its permanent domain, lower case, already validated.</param>
/// <param name="ShopName">The name customers see; null keeps what is known.</param>
/// <param name="Currency">ISO 4217 code of the shop currency; null keeps what is known.</param>
/// <param name="Credentials">The tokens it granted; null when they are kept through <see cref="ShopifyVault"/> instead.</param>
public sealed record ShopInstallation(string ShopDomain, string? ShopName, string? Currency, ShopifyCredentials? Credentials)
{
    /// <inheritdoc />
    public override string ToString() => $"ShopInstallation {{ ShopDomain = {ShopDomain} }}";
}
