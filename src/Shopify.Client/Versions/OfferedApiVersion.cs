namespace Shopify.Client;

/// <summary>A version of the APIs as Shopify offers it.</summary>
/// <param name="Handle">As it stands in an address, such as <c>2026-10</c> or <c>unstable</c>.</param>
/// <param name="DisplayName">For people, such as <c>2026-10 (Latest)</c>.</param>
/// <param name="IsSupported">Whether Shopify supports it. A release candidate and <c>unstable</c> are offered and not supported.</param>
public sealed record OfferedApiVersion(string Handle, string DisplayName, bool IsSupported);
