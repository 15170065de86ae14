using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WhatsApp.Client.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers a bot that is one function.</summary>
public static class WhatsAppBotServiceCollectionExtensions
{
    /// <summary>
    /// Adds a bot with one number that answers each message at once. Made for small bots: nothing is stored, so a reply in progress is
    /// lost when the process ends, and a failing message is logged and left. Map it with <c>MapWhatsAppWebhook</c>.
    /// </summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="section">
    /// The keys of <see cref="WhatsAppBotOptions"/>, and those of <see cref="WhatsApp.Client.WhatsAppClientOptions"/>. The host does not start when one is missing.
    /// </param>
    /// <param name="onMessage">Called once per message, in order. It has a few seconds: the platform repeats a delivery not answered soon.</param>
    public static IServiceCollection AddWhatsAppBot(this IServiceCollection services, IConfigurationSection section, IncomingMessageHandler onMessage)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(onMessage);
        services.AddWhatsAppClient(section);
        services.AddOptionsWithValidateOnStart<WhatsAppBotOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WhatsAppBotOptions>, WhatsAppBotOptionsValidator>());
        services.Configure<WhatsAppBotOptions>(section);
        services.Configure<WhatsAppWebhookOptions>(webhooks =>
        {
            if (section[nameof(WhatsAppBotOptions.AppSecret)] is { Length: > 0 } appSecret)
                webhooks.PlatformAppSecrets.Add(appSecret);
        });
        services.TryAddSingleton(onMessage);
        services.TryAddSingleton<RecentKeys>();
        return services.AddWhatsAppWebhooks<BotWebhookHandler>();
    }
}
