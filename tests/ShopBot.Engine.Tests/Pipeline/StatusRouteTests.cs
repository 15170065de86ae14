using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;
using ShopBot.Engine.Events;

namespace ShopBot.Engine.Tests.Pipeline;

/// <summary>A flow may ask to hear how far its messages came; nobody else's turn is taken for it.</summary>
public sealed class StatusRouteTests
{
    [Fact]
    public async Task A_flow_that_asks_hears_each_status_of_its_messages_once_and_in_the_order_they_came()
    {
        await using var host = await EngineHost.StartAsync(extend: bot => bot.AddFlow<WatchingFlow>());
        await host.SayAsync("one");
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();
        var sent = host.Graph.Sent[0];

        await host.AcceptAsync(host.Status(sent, "delivered"));
        await host.AcceptAsync(host.Status(sent, "delivered"));
        await host.AcceptAsync(host.Status(sent, "read"));
        await host.UntilSentAsync(3);
        await host.UntilIdleAsync();

        Assert.Equal(["1: one", "Delivered True", "Read True"], host.Graph.Texts);
    }

    [Fact]
    public async Task A_status_that_no_flow_asks_for_takes_no_turn()
    {
        await using var host = await EngineHost.StartAsync();
        await host.SayAsync("one");
        await host.UntilSentAsync(1);
        await host.UntilIdleAsync();

        await host.AcceptAsync(host.Status(host.Graph.Sent[0], "delivered"));
        await host.UntilAsync(() => host.Outbox()[0].Delivery == Storage.DeliveryStatus.Delivered);

        Assert.Equal(1, host.Number("SELECT COUNT(*) FROM inbox"));
    }
}

internal sealed record Watch;

/// <summary>Says how far the first message came; of the messages that say so it says nothing.</summary>
internal sealed class WatchingFlow() : Flow<Watch>("watch", version: 1, WatchJson.Default)
{
    protected override void Map(FlowMap<Watch> on)
    {
        on.Event(MessageStatusReport.Kind, (turn, payload) =>
        {
            var report = JsonSerializer.Deserialize(payload.Span, EventJson.Default.MessageStatusReport)!;
            return turn.Says($"{report.Status} {report.OutboxId is not null}");
        });
        on.Otherwise(_ => Task.CompletedTask);
    }
}

[JsonSerializable(typeof(Watch))]
internal sealed partial class WatchJson : JsonSerializerContext;
