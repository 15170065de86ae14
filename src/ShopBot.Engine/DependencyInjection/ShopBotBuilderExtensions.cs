using System.Diagnostics.CodeAnalysis;
using System.Resources;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ShopBot.Engine;
using ShopBot.Engine.Conversations;
using WhatsApp.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Chooses the flows of a bot and what stands around them.</summary>
public static class ShopBotBuilderExtensions
{
    /// <summary>Adds a flow. The first added is where people begin; others are gone to, or answer their own buttons, timers and events. Safe to call twice.</summary>
    /// <typeparam name="TFlow">The flow; made once, with its services from the container.</typeparam>
    public static ShopBotBuilder AddFlow<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFlow>(this ShopBotBuilder builder)
        where TFlow : class, IFlow
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IFlow, TFlow>());
        return builder;
    }

    /// <summary>Adds a flow that was made already.</summary>
    /// <param name="builder">The bot.</param>
    /// <param name="flow">The flow.</param>
    public static ShopBotBuilder AddFlow(this ShopBotBuilder builder, IFlow flow)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(flow);
        return builder;
    }

    /// <summary>Puts code around every turn; the first registered is outermost.</summary>
    /// <typeparam name="TMiddleware">Made once, with its services from the container.</typeparam>
    public static ShopBotBuilder UseTurn<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMiddleware>(this ShopBotBuilder builder)
        where TMiddleware : class, ITurnMiddleware
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<ITurnMiddleware, TMiddleware>();
        return builder;
    }

    /// <summary>Puts code around every turn; the first registered is outermost.</summary>
    /// <param name="builder">The bot.</param>
    /// <param name="middleware">Runs the rest of the turn by the second argument, or not.</param>
    public static ShopBotBuilder UseTurn(this ShopBotBuilder builder, Func<TurnContext, TurnDelegate, ValueTask> middleware)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(middleware);
        builder.Services.AddSingleton<ITurnMiddleware>(new TurnMiddleware(middleware));
        return builder;
    }

    /// <summary>Puts code around every message a turn sends, in the order registered.</summary>
    /// <typeparam name="TMiddleware">Made once, with its services from the container.</typeparam>
    public static ShopBotBuilder UseOutgoing<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TMiddleware>(this ShopBotBuilder builder)
        where TMiddleware : class, IOutgoingMiddleware
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IOutgoingMiddleware, TMiddleware>();
        return builder;
    }

    /// <summary>Puts code around every message a turn sends, in the order registered.</summary>
    /// <param name="builder">The bot.</param>
    /// <param name="middleware">Gives the message to send: the same, another, or null for none.</param>
    public static ShopBotBuilder UseOutgoing(this ShopBotBuilder builder, Func<OutgoingMessage, TurnContext, ValueTask<OutgoingMessage?>> middleware)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(middleware);
        builder.Services.AddSingleton<IOutgoingMiddleware>(new OutgoingMiddleware(middleware));
        return builder;
    }

    /// <summary>Adds a source of texts; the last added is asked first.</summary>
    /// <param name="builder">The bot.</param>
    /// <param name="source">The source, such as <see cref="StoreTexts"/> for the wording of single stores.</param>
    public static ShopBotBuilder UseTexts(this ShopBotBuilder builder, ITextSource source)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(source);
        return builder;
    }

    /// <summary>Adds texts from <c>.resx</c> files; the last added is asked first.</summary>
    /// <param name="builder">The bot.</param>
    /// <param name="resources">The files' resources.</param>
    public static ShopBotBuilder UseTexts(this ShopBotBuilder builder, ResourceManager resources) => builder.UseTexts(new ResourceTexts(resources));
}
