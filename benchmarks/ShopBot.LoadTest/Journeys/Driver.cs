using System.Buffers;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ShopBot.LoadTest.Journeys;

/// <summary>Lets customers write: at a rate whoever waits, or a number of them at once.</summary>
internal sealed class Driver(HttpClient emulator, Ledger ledger, LoadOptions options) : IDisposable
{
    private const int MostPerCall = 500;
    private const int BurstPercent = 2;
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly Random _random = new(options.Seed);
    private readonly SemaphoreSlim _answered = new(0);
    private readonly HashSet<Task> _calls = [];
    private readonly Lock _lock = new();
    private long _issued;

    /// <summary>Messages that were due when every customer waited for an answer. They count as late, not as lost.</summary>
    public long Starved { get; private set; }

    /// <summary>Whether some customers pay; off where Shopify is to be left alone.</summary>
    public bool MayCheckOut { get; set; } = true;

    /// <summary>An answer came, so somebody may go on.</summary>
    public void Answered()
    {
        if (_answered.CurrentCount == 0)
            _answered.Release();
    }

    /// <summary>Runs until the token says so; then nobody writes any more.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var due = new Queue<long>();
        while (!stop.IsCancellationRequested)
        {
            if (options.Rate > 0)
                Schedule(due, began);
            else
                Fill(due);
            await IssueAsync(due);
            if (options.Rate > 0)
                await Task.Delay(1, CancellationToken.None);
            else
                await _answered.WaitAsync(2, CancellationToken.None);
        }

        await Task.WhenAll(Calls());
    }

    public void Dispose() => _answered.Dispose();

    private void Schedule(Queue<long> due, long began)
    {
        var until = (long)(Stopwatch.GetElapsedTime(began).TotalSeconds * options.Rate);
        for (; _issued < until; _issued++)
            due.Enqueue(began + (long)((_issued + 1) / options.Rate * Stopwatch.Frequency));
    }

    private void Fill(Queue<long> due)
    {
        while (ledger.Open + due.Count < options.Concurrency)
            due.Enqueue(Stopwatch.GetTimestamp());
    }

    private async Task IssueAsync(Queue<long> due)
    {
        var acts = new List<Act>();
        while (due.TryPeek(out var at))
        {
            if (ledger.TakeIdle() is not { } customer)
            {
                Starved++;
                break;
            }

            due.Dequeue();
            if (options.Bursts && customer.IsKnown && _random.Next(100) < BurstPercent)
            {
                Track(BurstAsync(customer, at));
                continue;
            }

            Act act;
            lock (customer.Lock)
                act = customer.Next(MayCheckOut);
            act.DueAt = at;
            ledger.Sending(act);
            acts.Add(act);
            if (acts.Count == MostPerCall)
            {
                Track(PostAsync(acts, waits: false));
                acts = [];
            }
        }

        if (acts.Count > 0)
            Track(PostAsync(acts, waits: false));
        await Task.CompletedTask;
    }

    /// <summary>Three messages in a row, each once the platform has delivered the one before, none waiting for an answer: they must be answered in this order.</summary>
    private async Task BurstAsync(Conversation customer, long at)
    {
        List<Act> acts = [];
        lock (customer.Lock)
        {
            for (var i = 0; i < 3; i++)
                acts.Add(customer.NextSearch());
        }

        foreach (var act in acts)
        {
            act.DueAt = at;
            ledger.Sending(act);
        }

        foreach (var act in acts)
        {
            act.DueAt = Math.Max(at, Stopwatch.GetTimestamp());
            if (await PostAsync([act], waits: true) == 0)
            {
                lock (customer.Lock)
                    customer.IsOrderUnsure = true;
            }
        }
    }

    /// <returns>How many were accepted by the host at once, when that was waited for.</returns>
    private async Task<int> PostAsync(List<Act> acts, bool waits)
    {
        var buffer = new ArrayBufferWriter<byte>(256 * acts.Count);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBoolean("wait", waits);
            json.WriteStartArray("messages");
            foreach (var act in acts)
                Write(json, act);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        using var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = Json;
        using var answer = await emulator.PostAsync("_control/says", content);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"The emulator refused a message: {await answer.Content.ReadAsStringAsync()}");
        if (!waits)
            return acts.Count;
        using var told = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        return told.RootElement.GetProperty("accepted").GetInt32();
    }

    private static void Write(Utf8JsonWriter json, Act act)
    {
        json.WriteStartObject();
        json.WriteString("phone", act.Customer.Phone);
        json.WriteString("to", act.Customer.Number);
        if (act.Tap is { } tap)
        {
            json.WriteString("messageId", tap.MessageId);
            json.WriteString("choiceId", tap.ChoiceId);
        }
        else
        {
            json.WriteString("text", act.Text);
        }

        json.WriteEndObject();
    }

    private void Track(Task call)
    {
        lock (_lock)
            _calls.Add(call);
        _ = call.ContinueWith(
            done =>
            {
                if (done.IsFaulted)
                    Console.Error.WriteLine(done.Exception!.InnerException!.Message);
                lock (_lock)
                    _calls.Remove(done);
            },
            TaskScheduler.Default);
    }

    private Task[] Calls()
    {
        lock (_lock)
            return [.. _calls];
    }
}
