using System.Collections.Concurrent;
using System.Diagnostics;
using HdrHistogram;

namespace ShopBot.LoadTest.Journeys;

/// <summary>Every message of every customer beside what came of it.</summary>
internal sealed class Ledger
{
    private const long LongestMicroseconds = 600_000_000;
    private readonly Dictionary<(string Phone, string Number), Conversation> _byAddress;
    private readonly ConcurrentQueue<Conversation> _idle = new();
    private readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];
    private readonly ConcurrentQueue<string> _oddities = new();
    private readonly ConcurrentDictionary<string, bool> _ignored = new(StringComparer.Ordinal);
    private long _sent;
    private long _answered;
    private long _open;
    private long _stray;

    public Ledger(IReadOnlyList<Conversation> conversations)
    {
        Conversations = conversations;
        _byAddress = conversations.ToDictionary(conversation => (conversation.Phone, conversation.Number));
        foreach (var conversation in conversations)
            _idle.Enqueue(conversation);
    }

    public IReadOnlyList<Conversation> Conversations { get; }

    /// <summary>From a message's due time to its answer on the phone, in microseconds. Replaced when the measurement begins.</summary>
    public LongConcurrentHistogram ReplyTimes { get; private set; } = NewHistogram();

    /// <summary>One webhook POST, in microseconds.</summary>
    public LongConcurrentHistogram AckTimes { get; private set; } = NewHistogram();

    /// <summary>The same by what the customer did.</summary>
    public ConcurrentDictionary<Step, LongConcurrentHistogram> StepTimes { get; private set; } = new();

    public long Sent => Volatile.Read(ref _sent);
    public long Answered => Volatile.Read(ref _answered);
    public long Open => Volatile.Read(ref _open);
    public long WebhookPosts;
    public long WebhookEvents;
    public long WebhookFailures;

    public long this[Verdict verdict] => Volatile.Read(ref _verdicts[(int)verdict]);

    /// <summary>Replies to addresses that are nobody's.</summary>
    public long Stray => Volatile.Read(ref _stray);

    /// <summary>The first replies that were not right, for a person to look at.</summary>
    public IEnumerable<string> Oddities => _oddities;

    /// <summary>Somebody whose messages are not counted.</summary>
    public void Ignore(string phone) => _ignored[phone] = true;

    public void StartMeasuring() => (ReplyTimes, AckTimes, StepTimes) = (NewHistogram(), NewHistogram(), new());

    /// <summary>A customer who waits for nothing; null when all wait.</summary>
    public Conversation? TakeIdle() => _idle.TryDequeue(out var conversation) ? conversation : null;

    public void Sending(Act act)
    {
        Interlocked.Increment(ref _sent);
        Interlocked.Increment(ref _open);
        lock (act.Customer.Lock)
            act.Customer.Sent(act);
    }

    public void Heard(Reply reply, long correctedInterval)
    {
        if (!_byAddress.TryGetValue((reply.Phone, reply.Number), out var conversation))
        {
            if (!_ignored.ContainsKey(reply.Phone))
                Interlocked.Increment(ref _stray);
            return;
        }

        Verdict verdict;
        Act? act;
        bool isFree;
        lock (conversation.Lock)
        {
            (verdict, act) = conversation.Take(reply);
            isFree = act is not null && conversation.Open.Count == 0;
        }

        Interlocked.Increment(ref _verdicts[(int)verdict]);
        if (verdict != Verdict.Right && _oddities.Count < 40)
            _oddities.Enqueue($"{verdict}: {act?.Step} “{reply.Text.ReplaceLineEndings(" / ")}” wanted “{act?.Wanted}”");
        if (act is null)
            return;
        Interlocked.Decrement(ref _open);
        Interlocked.Increment(ref _answered);
        var took = Math.Clamp((long)Stopwatch.GetElapsedTime(act.DueAt).TotalMicroseconds, 1, LongestMicroseconds);
        StepTimes.GetOrAdd(act.Step, static _ => NewHistogram()).RecordValue(took);
        if (correctedInterval > 0)
            ReplyTimes.RecordValueWithExpectedInterval(took, correctedInterval);
        else
            ReplyTimes.RecordValue(took);
        if (isFree)
            _idle.Enqueue(conversation);
    }

    /// <summary>A webhook POST has ended.</summary>
    public void Acknowledged(long microseconds, int events, bool isAccepted)
    {
        Interlocked.Increment(ref WebhookPosts);
        Interlocked.Add(ref WebhookEvents, events);
        if (isAccepted)
            AckTimes.RecordValue(Math.Clamp(microseconds, 1, LongestMicroseconds));
        else
            Interlocked.Increment(ref WebhookFailures);
    }

    private static LongConcurrentHistogram NewHistogram() => new(1, LongestMicroseconds, 3);
}
