using Microsoft.Extensions.Options;

namespace WhatsApp.Client;

/// <summary>Reports every fault of the options at once.</summary>
internal sealed class WhatsAppClientOptionsValidator : IValidateOptions<WhatsAppClientOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, WhatsAppClientOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!IsUsable(options.BaseUrl))
            result.AddError("must be an absolute http or https address without query, fragment or user name.", nameof(options.BaseUrl));
        if (options.ApiVersion is null || !GraphVersion.IsValid(options.ApiVersion))
            result.AddError("must look like v25.0.", nameof(options.ApiVersion));
        CheckTime(options.SendTimeout, nameof(options.SendTimeout), result);
        CheckTime(options.ReadTimeout, nameof(options.ReadTimeout), result);
        CheckTime(options.MediaIdleTimeout, nameof(options.MediaIdleTimeout), result);
        return result.Build();
    }

    private static bool IsUsable(Uri? url) =>
        url is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" } && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp);

    private static void CheckTime(TimeSpan value, string property, ValidateOptionsResultBuilder result)
    {
        if (value <= TimeSpan.Zero || value > Longest)
            result.AddError("must be above zero and at most ten minutes.", property);
    }
}
