using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ShopBot.LoadTest.Journeys;

namespace ShopBot.LoadTest.Faults;

/// <summary>The named faults.</summary>
internal static class FaultList
{
    private const int Always = int.MaxValue;

    public static readonly IReadOnlyList<Fault> All =
    [
        new("kill-host", "a killed host loses nothing: what it had accepted is answered after its restart, or by the other host", KillHostAsync) { EndsProcesses = true },
        new("rolling-restart", "hosts that are restarted one after the other, as by a deployment, lose and double nothing", RollAsync) { EndsProcesses = true },
        new("stop-postgres", "webhooks are refused while the database is away and come again; nothing is lost", StopPostgresAsync) { Needs = options => options.UsesPostgres },
        new("split-network", "a host that cannot reach the database commits nothing late; the other takes its work over", SplitAsync) { Needs = options => options is { UsesPostgres: true, Hosts: > 1 } },
        new("redis-gone", "without its cache the host is slower, not wrong", RedisGoneAsync) { Needs = options => options.UsesRedis },
        new("redis-hangs", "a cache that does not answer holds nobody up for long", RedisHangsAsync) { Needs = options => options.UsesRedis },
        new("graph-slow", "replies wait for Graph, acknowledgements do not", stage => GraphAsync(stage, new { play = "hang", milliseconds = 1500, times = Always })),
        new("graph-500", "refused sends are tried again and arrive once", stage => GraphAsync(stage, new { play = "refuse", httpStatus = 500, times = 20 })),
        new("graph-429", "a rate limit puts sends off, and none is lost", stage => GraphAsync(stage, new { play = "error", code = 130429, times = 20 })),
        new("graph-hang", "a send without an answer waits for a status, then goes once more, flagged", stage => GraphAsync(stage, new { play = "hang", times = 8 })),
        new("graph-accepts-then-500", "a send that was taken and answered with an error is not sent again", stage => GraphAsync(stage, new { play = "answerAfterAccepting", httpStatus = 500, times = 20 })),
        new("graph-drops", "a send that was taken and never answered is not sent again", stage => GraphAsync(stage, new { play = "drop", afterAccepting = true, times = 20 })),
        new("shopify-throttled", "a throttled shop is asked again later", stage => ShopifyAsync(stage, ThrottleAsync)) { MayApologise = true },
        new("shopify-down", "with Shopify down everybody is answered, from the cache or with an apology", stage => ShopifyAsync(stage, DownAsync)) { MayApologise = true },
        new("shopify-hangs", "a silent Shopify holds up only those who need it", stage => ShopifyAsync(stage, HangAsync)) { MayApologise = true },
        new("duplicate-webhooks", "webhooks that come twice change nothing twice", DuplicatesAsync),
        new("reordered-statuses", "statuses in any order, before their answer and twice, are taken as what they are", ReorderAsync),
        new("old-webhooks", "a week-old message and old deliveries disturb nobody", OldAsync),
        new("full-disk", "a full disk refuses webhooks; with room again everything goes on", FullDiskAsync) { Needs = options => !options.UsesPostgres },
    ];

    private static async Task KillHostAsync(FaultStage stage)
    {
        var host = stage.Player.NextHost(stage.World);
        stage.Player.RememberResends(stage.World, host);
        await stage.World.Hosts[host].KillAsync();
        await Task.Delay(1_000);
        await stage.World.StartAgainAsync(host);
    }

    private static async Task RollAsync(FaultStage stage)
    {
        for (var host = 0; host < stage.World.Hosts.Count; host++)
        {
            await stage.World.Hosts[host].StopAsync();
            stage.Player.RememberResends(stage.World, host);
            await stage.World.StartAgainAsync(host);
        }
    }

    private static async Task StopPostgresAsync(FaultStage stage)
    {
        await stage.World.Postgres!.StopAsync(atOnce: true);
        await stage.StayAsync();
        await stage.World.Postgres.StartAgainAsync();
    }

    private static async Task SplitAsync(FaultStage stage)
    {
        stage.World.Line!.Cut();
        // Longer than a lease, so that the other host takes over.
        await Task.Delay(TimeSpan.FromSeconds(12));
        stage.World.Line.Mend();
    }

    private static async Task RedisGoneAsync(FaultStage stage)
    {
        await stage.World.Redis!.StopAsync();
        await stage.StayAsync();
        await stage.World.Redis.StartAgainAsync();
    }

    private static async Task RedisHangsAsync(FaultStage stage)
    {
        stage.World.Redis!.Freeze();
        await stage.StayAsync();
        stage.World.Redis.Thaw();
    }

    private static async Task GraphAsync(FaultStage stage, object rule)
    {
        await stage.World.FaultAsync(rule);
        await stage.StayAsync();
        await stage.World.ClearFaultsAsync();
    }

    private static async Task ShopifyAsync(FaultStage stage, Func<HttpContext, Task> trouble)
    {
        stage.World.ShopifyGate.Trouble = trouble;
        await stage.StayAsync();
        stage.World.ShopifyGate.Trouble = null;
    }

    private static Task ThrottleAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(
            """{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],"extensions":{"cost":{"requestedQueryCost":100,"actualQueryCost":null,"throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":20,"restoreRate":100.0}}}}""");
    }

    private static Task DownAsync(HttpContext context)
    {
        context.Response.StatusCode = 503;
        return context.Response.WriteAsync("<html><title>503</title></html>");
    }

    private static async Task HangAsync(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task DuplicatesAsync(FaultStage stage)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < stage.Length)
        {
            var webhooks = await stage.World.Emulator.GetFromJsonAsync<JsonElement>("_control/journal/webhooks?limit=20");
            var ids = webhooks.EnumerateArray().Select(attempt => (Id: attempt.GetProperty("deliveryId").GetString(), Body: attempt.GetProperty("body").GetRawText())).ToList();
            await Parallel.ForEachAsync(ids, async (delivery, cancellationToken) =>
            {
                // Twice at once, to see two copies race.
                await Task.WhenAll(RedeliverAsync(stage, delivery.Id, cancellationToken), RedeliverAsync(stage, delivery.Id, cancellationToken));
            });
            await Task.Delay(200);
        }
    }

    private static async Task RedeliverAsync(FaultStage stage, string? id, CancellationToken cancellationToken)
    {
        using var answer = await stage.World.Emulator.PostAsJsonAsync("_control/webhooks/redeliver", new { deliveryId = id }, cancellationToken);
        // An entry may have left the journal meanwhile.
        if ((int)answer.StatusCode >= 500)
            throw new InvalidOperationException($"Redelivery was answered with {(int)answer.StatusCode}.");
    }

    private static async Task ReorderAsync(FaultStage stage)
    {
        await stage.World.SwitchAsync(new { shuffle = true, duplicate = true, beforeAnswer = true });
        await stage.StayAsync();
        await stage.World.SwitchAsync(new { shuffle = false, duplicate = false, beforeAnswer = false });
    }

    private static async Task OldAsync(FaultStage stage)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"4917700{Random.Shared.Next(100_000, 999_999)}");
        using var added = await stage.World.Emulator.PostAsJsonAsync("_control/phones", new { name = "Late", waId = id });
        added.EnsureSuccessStatusCode();
        var phone = (await added.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        stage.Ledger.Ignore(phone);
        foreach (var seconds in (int[])[7 * 86_400, 6 * 86_400, 3_600])
        {
            using var said = await stage.World.Emulator.PostAsJsonAsync($"_control/phones/{phone}/says", new { text = "hi", to = Shelf.PhoneNumberId(0), secondsAgo = seconds });
            said.EnsureSuccessStatusCode();
        }

        await Task.Delay(1_000);
    }

    // The process may write no file beyond a size, which to a database is a full disk.
    private static async Task FullDiskAsync(FaultStage stage)
    {
        var host = stage.World.Hosts[0];
        var size = new FileInfo(stage.World.Database).Length;
        var log = new FileInfo(stage.World.Database + "-wal");
        LimitFiles(host.Id, (Math.Max(size, log.Exists ? log.Length : 0) / 2).ToString(CultureInfo.InvariantCulture));
        await stage.StayAsync();
        LimitFiles(host.Id, "unlimited");
    }

    private static void LimitFiles(int process, string limit)
    {
        using var prlimit = Process.Start("prlimit", [$"--pid={process.ToString(CultureInfo.InvariantCulture)}", $"--fsize={limit}:"]);
        prlimit.WaitForExit();
        if (prlimit.ExitCode != 0)
            throw new InvalidOperationException($"prlimit ended with {prlimit.ExitCode}.");
    }
}
