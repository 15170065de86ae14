using Microsoft.Extensions.DependencyInjection;

namespace ShopBot.Engine;

/// <summary>Where the engine's parts are chosen; grows by <c>UseX</c> and <c>AddX</c> extensions.</summary>
public sealed class ShopBotBuilder
{
    internal ShopBotBuilder(IServiceCollection services) => Services = services;

    /// <summary>The host's services.</summary>
    public IServiceCollection Services { get; }
}
