using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;

namespace Snippets.ShopBot;

internal static class GreeterRegistration
{
    public static void Register(IServiceCollection services, IConfiguration configuration)
    {
        #region register
        services.AddWhatsAppClient(configuration.GetSection("WhatsApp"));
        services.AddShopBotSqlite(o => o.ConnectionString = "Data Source=bot.db");
        services.AddShopBot().AddFlow<GreeterFlow>();
        #endregion
    }
}

#region flow
public sealed class GreeterFlow() : Flow<Visits>("greeter", version: 1, GreeterJson.Default)
{
    protected override void Map(FlowMap<Visits> on) => on.Otherwise(turn =>
    {
        turn.State = new Visits(turn.State.Count + 1);
        return turn.Says($"Hello! This is message {turn.State.Count}.");
    });
}
#endregion

/// <summary>What the greeter remembers of a customer.</summary>
public sealed record Visits(int Count)
{
    /// <summary>Nobody came yet.</summary>
    public Visits()
        : this(0)
    {
    }
}

[JsonSerializable(typeof(Visits))]
public sealed partial class GreeterJson : JsonSerializerContext;
