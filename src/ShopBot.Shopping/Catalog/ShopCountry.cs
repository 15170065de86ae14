namespace ShopBot.Shopping.Catalog;

/// <summary>A country the shop sells to.</summary>
/// <param name="Code">ISO 3166-1 alpha-2, such as <c>CH</c>.</param>
/// <param name="Currency">The currency its buyers see and pay, ISO 4217.</param>
public sealed record ShopCountry(string Code, string Currency);
