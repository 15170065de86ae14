using Microsoft.Extensions.Options;

namespace Shopify.Client.Auth;

internal sealed class ShopifyAppOptionsValidator : IValidateOptions<ShopifyAppOptions>
{
    public ValidateOptionsResult Validate(string? name, ShopifyAppOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.ApiKey))
            problems.Add("Shopify ApiKey (the app's client id) is missing.");
        if (string.IsNullOrWhiteSpace(options.ApiSecret))
            problems.Add("Shopify ApiSecret (the app's client secret) is missing; without it no signature can be checked.");
        if (ShopifyScopes.Parse(options.Scopes).Count == 0)
            problems.Add("Shopify Scopes is empty.");
        if (ShopifyScopes.Missing(ShopifyScopes.Parse(options.RequiredScopes), ShopifyScopes.Parse(options.Scopes)) is { Count: > 0 } unasked)
            problems.Add($"Shopify RequiredScopes holds scopes that Scopes does not ask for: {string.Join(", ", unasked)}.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
