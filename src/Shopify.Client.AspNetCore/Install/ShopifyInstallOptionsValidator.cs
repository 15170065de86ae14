using Microsoft.Extensions.Options;

namespace Shopify.Client.AspNetCore;

internal sealed class ShopifyInstallOptionsValidator : IValidateOptions<ShopifyInstallOptions>
{
    public ValidateOptionsResult Validate(string? name, ShopifyInstallOptions options)
    {
        var problems = new List<string>();
        if (options.PublicUrl is not { IsAbsoluteUri: true } url
            || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            problems.Add("PublicUrl must be an absolute https address, or http on loopback.");
        else if (url.Query.Length > 0 || url.Fragment.Length > 0 || url.UserInfo.Length > 0)
            problems.Add("PublicUrl must not have a query, a fragment or a user name.");
        if (options.StateLifetime < TimeSpan.FromMinutes(1) || options.StateLifetime > TimeSpan.FromHours(1))
            problems.Add("StateLifetime must be 1 minute to 1 hour.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
