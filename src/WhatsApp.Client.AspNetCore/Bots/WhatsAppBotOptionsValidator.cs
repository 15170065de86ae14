using Microsoft.Extensions.Options;

namespace WhatsApp.Client.AspNetCore;

/// <summary>Names every missing credential at once, and never shows one.</summary>
internal sealed class WhatsAppBotOptionsValidator : IValidateOptions<WhatsAppBotOptions>
{
    public ValidateOptionsResult Validate(string? name, WhatsAppBotOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (string.IsNullOrWhiteSpace(options.AppSecret))
            result.AddError("WhatsApp app secret is missing: without it a forged webhook cannot be told from a real one.", nameof(options.AppSecret));
        if (string.IsNullOrWhiteSpace(options.VerifyToken))
            result.AddError("WhatsApp verify token is missing: Meta could not verify the callback address.", nameof(options.VerifyToken));
        if (string.IsNullOrWhiteSpace(options.PhoneNumberId))
            result.AddError("WhatsApp phone number id is missing.", nameof(options.PhoneNumberId));
        if (string.IsNullOrEmpty(options.AccessToken) || options.AccessToken.AsSpan().ContainsAnyExceptInRange('!', '~'))
            result.AddError("WhatsApp access token is missing or has a blank in it.", nameof(options.AccessToken));
        return result.Build();
    }
}
