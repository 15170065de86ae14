namespace WhatsApp.Emulator;

/// <summary>
/// Failures played on coming calls, for example <c>Faults.OnSend(number, nth: 3).AnswerAfterAccepting(500)</c>. The first rule whose turn it
/// is wins. Calls are counted per rule from the moment the rule is written, refused ones included.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private volatile FaultRule[] _sends = [];
    private volatile FaultRule[] _calls = [];

    internal FaultScript()
    {
    }

    /// <summary>Starts a rule for some coming sends; finish it with the failure to play.</summary>
    /// <param name="number">Only sends from this number; null means any.</param>
    /// <param name="to">Only sends to this person; null means any.</param>
    /// <param name="nth">The first matching send that fails, counted from 1.</param>
    /// <param name="times">How many matching sends in a row fail; <see cref="int.MaxValue"/> means all from then on.</param>
    public FaultRule OnSend(EmulatedNumber? number = null, EmulatedPhone? to = null, int nth = 1, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return new FaultRule(this, new FaultTarget(number, to, null, null), nth, times);
    }

    /// <summary>
    /// Starts a rule for some coming calls of any kind. It is played before the call is looked at, so that nothing is done, unless the failure says that it comes after
    /// accepting: then the call is carried out, and only its answer is lost.
    /// </summary>
    /// <param name="method">The HTTP method, for example <c>GET</c>; null means any.</param>
    /// <param name="edge">
    /// What the path ends with, for example <c>media</c> or <c>message_templates</c>; the object's id for calls without an edge;
    /// <c>download</c> for media downloads; <c>*</c> for everything.
    /// </param>
    /// <param name="nth">The first matching call that fails, counted from 1.</param>
    /// <param name="times">How many matching calls in a row fail.</param>
    public FaultRule OnCall(string? method, string edge, int nth = 1, int times = 1)
    {
        ArgumentException.ThrowIfNullOrEmpty(edge);
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        return new FaultRule(this, new FaultTarget(null, null, method, edge), nth, times);
    }

    /// <summary>Forgets all rules. Calls that hang already keep hanging until their callers give up.</summary>
    public void Clear()
    {
        lock (_lock)
            (_sends, _calls) = ([], []);
    }

    internal void Add(FaultRule rule)
    {
        lock (_lock)
        {
            if (rule.IsForSends)
                _sends = [.. _sends, rule];
            else
                _calls = [.. _calls, rule];
        }
    }

    internal Fault? Next(EmulatedNumber number, EmulatedPhone? to) => _sends.Length == 0 ? null : Next(_sends, new FaultTarget(number, to, null, null));

    internal Fault? NextCall(string method, string edge) => _calls.Length == 0 ? null : Next(_calls, new FaultTarget(null, null, method, edge));

    private Fault? Next(FaultRule[] rules, FaultTarget call)
    {
        lock (_lock)
        {
            Fault? chosen = null;
            foreach (var rule in rules)
            {
                if (rule.Count(call) is { } fault)
                    chosen ??= fault;
            }

            return chosen;
        }
    }
}
