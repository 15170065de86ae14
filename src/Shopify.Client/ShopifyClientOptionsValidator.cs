using Microsoft.Extensions.Options;

namespace Shopify.Client;

/// <summary>Reports every wrong setting at once, at start.</summary>
internal sealed class ShopifyClientOptionsValidator : IValidateOptions<ShopifyClientOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, ShopifyClientOptions options)
    {
        var problems = new List<string>();
        if (!ShopifyApiVersion.TryParse(options.ApiVersion, out _))
            problems.Add("ApiVersion must look like 2026-10 (month 01, 04, 07 or 10) or be 'unstable'.");
        CheckAddress(options.BaseUrl, nameof(options.BaseUrl), problems);
        CheckAddress(options.AuthorizeBaseUrl, nameof(options.AuthorizeBaseUrl), problems);
        if (options.Timeout <= TimeSpan.Zero || options.Timeout > Longest)
            problems.Add("Timeout must be more than zero and at most 5 minutes.");
        if (options.MaxAttempts is < 1 or > 10)
            problems.Add("MaxAttempts must be 1 to 10.");
        if (options.MaxRetryWait < TimeSpan.Zero || options.MaxRetryWait > Longest)
            problems.Add("MaxRetryWait must be zero to 5 minutes.");
        if (options.MaxPacingWait < TimeSpan.Zero || options.MaxPacingWait > TimeSpan.FromHours(1))
            problems.Add("MaxPacingWait must be zero to 1 hour.");
        if (options.MaxQueuedCalls is < 1 or > 100_000)
            problems.Add("MaxQueuedCalls must be 1 to 100000.");
        if (options.CircuitBreakerFailures is < 0 or > 1000)
            problems.Add("CircuitBreakerFailures must be 0 to 1000.");
        if (options.CircuitBreakerPause < TimeSpan.FromSeconds(1) || options.CircuitBreakerPause > TimeSpan.FromMinutes(10))
            problems.Add("CircuitBreakerPause must be 1 second to 10 minutes.");
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
}
