using System.Diagnostics.CodeAnalysis;
using ShopBot.Engine;
using ShopBot.Engine.Events;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what listens to domain events.</summary>
public static class EventServiceCollectionExtensions
{
    /// <summary>Adds a handler of domain events. Events are delivered from then on; those committed before are only in the log.</summary>
    /// <typeparam name="THandler">Made for every event, with its services from the container.</typeparam>
    /// <param name="builder">The engine.</param>
    /// <param name="kinds">Only these kinds; none for all.</param>
    public static ShopBotBuilder AddEventHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this ShopBotBuilder builder, params string[] kinds)
        where THandler : class, IDomainEventHandler
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(kinds);
        builder.Services.AddSingleton(new EventSubscription(static services => ActivatorUtilities.CreateInstance<THandler>(services), [.. kinds]));
        return builder;
    }

    /// <summary>Posts domain events to another system, signed (<see href="https://www.standardwebhooks.com">Standard Webhooks</see>), again until it takes them.</summary>
    /// <param name="builder">The engine.</param>
    /// <param name="configure">Sets the address and the secret.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The address is not https, or the secret is too short.</exception>
    public static ShopBotBuilder PublishEventsTo(this ShopBotBuilder builder, Action<WebhookPublisherOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new WebhookPublisherOptions();
        configure(options);
        WebhookPublisherRules.Check(options);
        builder.Services.AddHttpClient(WebhookPublisher.ClientName)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers();
        builder.Services.AddSingleton(new EventSubscription(
            services => new WebhookPublisher(services.GetRequiredService<IHttpClientFactory>(), options, services.GetRequiredService<TimeProvider>()), [.. options.Kinds]));
        return builder;
    }
}
