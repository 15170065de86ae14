using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using HdrHistogram;
using ShopBot.LoadTest.Reporting;
using ShopBot.LoadTest.Running;
using ShopBot.TestSupport.Owners;

namespace ShopBot.LoadTest.Visits;

/// <summary>
/// A signed-in store owner who looks at every page in turn, and the programs that ask the host's other routes, a dozen requests a second while customers write. Times run from the moment a
/// request is due to the last byte of its answer.
/// </summary>
internal sealed partial class Visitor : IAsyncDisposable
{
    private const string Admin = "shopify/admin";
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(80);
    private readonly StoreOwner _owner;
    private readonly Uri _host;
    private readonly List<Visit> _visits;
    private readonly ConcurrentDictionary<string, LongConcurrentHistogram> _times = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _wrong = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _visiting;

    private Visitor(StoreOwner owner, Uri host, List<Visit> visits)
    {
        (_owner, _host, _visits) = (owner, host, visits);
        _visiting = Task.Run(VisitAsync);
    }

    /// <summary>Signs in at the first host as the owner of the first store, and begins.</summary>
    public static async Task<Visitor> StartAsync(World world)
    {
        var host = world.UrlOf(0);
        var owner = world.OwnerOf(0);
        await owner.InstallAsync(CancellationToken.None);
        List<Visit> visits =
        [
            new("page", "shopify/setup"), new("page", Admin), new("page", $"{Admin}/conversations"), new("page", $"{Admin}/figures"), new("page", $"{Admin}/problems"), new("page", $"{Admin}/settings"),
            new("page", $"{Admin}/ways-in"), new("page", $"{Admin}/privacy"), new("page", ""),
            new("api", "health"), new("api", "health/ready"), new("api", "health/live"), new("api", $"whatsapp/webhook?hub.mode=subscribe&hub.verify_token={World.VerifyToken}&hub.challenge=1"),
            new("api", $"shopify/install?shop={Journeys.Shelf.Domain(0)}", HttpStatusCode.Redirect),
        ];
        return new Visitor(owner, host, visits);
    }

    /// <summary>Forgets what was seen while everything warmed up.</summary>
    public void StartMeasuring()
    {
        _times.Clear();
        _wrong.Clear();
    }

    /// <summary>Ends the visits and tells how long they took.</summary>
    public async Task<VisitResult> FinishAsync()
    {
        await _stop.CancelAsync();
        await _visiting;
        return new VisitResult(Of("page"), Of("api"), _times.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(entry => entry.Key, entry => Latency.Of(entry.Value)), _wrong.ToDictionary());

        Latency Of(string kind)
        {
            var all = new LongHistogram(1, 600_000_000, 3);
            foreach (var visit in _visits.Where(visit => visit.Kind == kind))
            {
                if (_times.TryGetValue(visit.Name, out var times))
                    all.Add(times);
            }

            return Latency.Of(all);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _visiting;
        _stop.Dispose();
        _owner.Dispose();
    }

    private async Task VisitAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var open = new List<Task>();
        for (var i = 0; !_stop.IsCancellationRequested; i++)
        {
            var due = began + (long)(i * Every.TotalSeconds * Stopwatch.Frequency);
            var wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested)
                break;
            open.RemoveAll(static visit => visit.IsCompleted);
            Visit next;
            lock (_visits)
                next = _visits[i % _visits.Count];
            open.Add(AskAsync(next, due));
        }

        await Task.WhenAll(open);
    }

    private async Task AskAsync(Visit visit, long due)
    {
        try
        {
            using var answer = await _owner.Browser.FetchAsync(new Uri(_host, visit.Path), CancellationToken.None);
            var body = await answer.Content.ReadAsByteArrayAsync();
            _times.GetOrAdd(visit.Name, static _ => new LongConcurrentHistogram(1, 600_000_000, 3)).RecordValue(Math.Max(1, (long)Stopwatch.GetElapsedTime(due).TotalMicroseconds));
            if (answer.StatusCode != visit.Wanted)
                Wrong($"{visit.Name}: {(int)answer.StatusCode}");
            else if (visit.Path == $"{Admin}/conversations" && FirstConversation().Match(System.Text.Encoding.UTF8.GetString(body)) is { Success: true } link)
                AddConversation(link.Groups[1].Value);
        }
        catch (HttpRequestException e)
        {
            Wrong($"{visit.Name}: {e.HttpRequestError}");
        }
    }

    // The newest conversation is looked at too, once the list has shown one.
    private void AddConversation(string customer)
    {
        lock (_visits)
        {
            if (!_visits.Exists(static visit => visit.Name == "a conversation"))
                _visits.Add(new Visit("page", $"{Admin}/conversations/{customer}", Title: "a conversation"));
        }
    }

    private void Wrong(string what) => _wrong.AddOrUpdate(what, 1, static (_, count) => count + 1);

    [GeneratedRegex("conversations/([0-9a-fA-F-]{32,36})")]
    private static partial Regex FirstConversation();

    /// <param name="Kind">A page or an API route.</param>
    /// <param name="Path">After the host's address.</param>
    /// <param name="Wanted">The right status.</param>
    /// <param name="Title">What it is called in the result; null: its path.</param>
    private sealed record Visit(string Kind, string Path, HttpStatusCode Wanted = HttpStatusCode.OK, string? Title = null)
    {
        public string Name => Title ?? "/" + Path.Split('?')[0];
    }
}
