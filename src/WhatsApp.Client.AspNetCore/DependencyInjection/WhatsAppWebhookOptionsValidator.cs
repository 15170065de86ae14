using Microsoft.Extensions.Options;

namespace WhatsApp.Client.AspNetCore;

/// <summary>Reports every fault of the options at once.</summary>
internal sealed class WhatsAppWebhookOptionsValidator : IValidateOptions<WhatsAppWebhookOptions>
{
    private const int Largest = 64 * 1024 * 1024;

    public ValidateOptionsResult Validate(string? name, WhatsAppWebhookOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (options.MaxBodyBytes is < 1 or > Largest)
            result.AddError("must be from 1 to 64 MiB.", nameof(options.MaxBodyBytes));
        if (options.PlatformAppSecrets.Exists(string.IsNullOrWhiteSpace))
            result.AddError("must not hold an empty secret.", nameof(options.PlatformAppSecrets));
        return result.Build();
    }
}
