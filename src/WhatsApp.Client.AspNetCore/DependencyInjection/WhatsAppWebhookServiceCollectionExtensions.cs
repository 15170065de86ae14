using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WhatsApp.Client.AspNetCore;
using WhatsApp.Client.AspNetCore.Diagnostics;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what <c>MapWhatsAppWebhook</c> needs.</summary>
public static class WhatsAppWebhookServiceCollectionExtensions
{
    /// <summary>Adds webhooks taken by <typeparamref name="THandler"/>, made once per request.</summary>
    /// <typeparam name="THandler">Says whose webhooks are whose, and takes the events.</typeparam>
    /// <param name="services">Where to add it.</param>
    /// <param name="configure">Sets options; null keeps the defaults.</param>
    public static IServiceCollection AddWhatsAppWebhooks<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this IServiceCollection services, Action<WhatsAppWebhookOptions>? configure = null)
        where THandler : class, IWhatsAppWebhookHandler
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<WhatsAppWebhookOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WhatsAppWebhookOptions>, WhatsAppWebhookOptionsValidator>());
        if (configure is not null)
            services.Configure(configure);
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<WebhookMetrics>();
        services.TryAddSingleton<WebhookEndpoint>();
        services.TryAddScoped<IWhatsAppWebhookHandler, THandler>();
        return services;
    }
}
