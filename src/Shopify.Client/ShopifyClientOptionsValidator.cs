using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Shopify.Client;

/// <summary>Reports every wrong setting at once, at start.</summary>
internal sealed partial class ShopifyClientOptionsValidator : IValidateOptions<ShopifyClientOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, ShopifyClientOptions options)
    {
        var problems = new List<string>();
        if (!VersionForm().IsMatch(options.ApiVersion ?? string.Empty))
            problems.Add("ApiVersion must look like 2026-10 (month 01, 04, 07 or 10) or be 'unstable'.");
        CheckAddress(options.BaseUrl, nameof(options.BaseUrl), problems);
        CheckAddress(options.AuthorizeBaseUrl, nameof(options.AuthorizeBaseUrl), problems);
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > Longest)
            problems.Add("Timeout must be more than zero and at most 5 minutes.");
        if (options.MaxAttempts is < 1 or > 10)
            problems.Add("MaxAttempts must be 1 to 10.");
        if (options.MaxRetryWait < TimeSpan.Zero || options.MaxRetryWait > Longest)
            problems.Add("MaxRetryWait must be zero to 5 minutes.");
        if (string.IsNullOrWhiteSpace(options.UserAgent) || options.UserAgent.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            problems.Add("UserAgent must be printable ASCII and not empty.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void CheckAddress(string? address, string setting, List<string> problems)
    {
        if (address is null)
            return;
        var sample = address.Replace("{shop}", "demo-shop.myshopify.com", StringComparison.Ordinal);
        var right = Uri.TryCreate(sample, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;
        if (!right)
            problems.Add($"{setting} must be an absolute http or https address without query, or absent.");
    }

    [GeneratedRegex(@"\A(?:\d{4}-(?:01|04|07|10)|unstable)\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionForm();
}
