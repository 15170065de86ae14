namespace ShopBot.Engine.Tests.Pipeline;

public sealed class FairnessTests
{
    [Fact]
    public async Task A_noisy_store_leaves_slots_for_others()
    {
        await using var host = await EngineHost.StartAsync(o =>
        {
            o.MaxConcurrentTurns = 4;
            o.MaxStoreShare = 0.5;
        });
        await host.AddStoreAsync("quiet-shop.myshopify.com", "200");
        var hold = new TaskCompletionSource();
        host.Flow.During = (text, aborted) => text.StartsWith("noise", StringComparison.Ordinal) ? hold.Task.WaitAsync(aborted) : Task.CompletedTask;
        for (var i = 0; i < 20; i++)
            await host.SayAsync($"noise {i}", from: $"1555000{i:0000}");
        await host.UntilAsync(() => Enumerable.Range(0, 20).Count(i => host.Flow.RunsOf($"noise {i}") > 0) == 2);

        await host.SayAsync("hello", number: "200");
        await host.UntilSentAsync(1);

        Assert.Equal(["1: hello"], host.Graph.Texts);
        Assert.Equal(2, Enumerable.Range(0, 20).Count(i => host.Flow.RunsOf($"noise {i}") > 0));
        hold.SetResult();
        await host.UntilSentAsync(21);
    }

    [Fact]
    public async Task A_heavier_store_may_have_more()
    {
        await using var host = await EngineHost.StartAsync(o =>
        {
            o.MaxConcurrentTurns = 8;
            o.MaxStoreShare = 0.25;
            o.StoreWeight = _ => 3;
        });
        var hold = new TaskCompletionSource();
        host.Flow.During = (_, aborted) => hold.Task.WaitAsync(aborted);
        for (var i = 0; i < 12; i++)
            await host.SayAsync($"noise {i}", from: $"1555000{i:0000}");

        await host.UntilAsync(() => Enumerable.Range(0, 12).Count(i => host.Flow.RunsOf($"noise {i}") > 0) == 6);

        hold.SetResult();
        await host.UntilSentAsync(12);
    }
}
