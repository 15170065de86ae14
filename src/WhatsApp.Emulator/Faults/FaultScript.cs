namespace WhatsApp.Emulator;

/// <summary>
/// Failures played on coming sends, for example <c>Faults.OnSend(number, nth: 3).AnswerAfterAccepting(500)</c>. The first rule whose turn it
/// is wins. Sends are counted per rule from the moment the rule is written, refused ones included.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _lock = new();
    private readonly List<FaultRule> _rules = [];

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
        return new FaultRule(this, number, to, nth, times);
    }

    /// <summary>Forgets all rules. Calls that hang already keep hanging until their callers give up.</summary>
    public void Clear()
    {
        lock (_lock)
            _rules.Clear();
    }

    internal void Add(FaultRule rule)
    {
        lock (_lock)
            _rules.Add(rule);
    }

    internal Fault? Next(EmulatedNumber number, EmulatedPhone? to)
    {
        lock (_lock)
        {
            Fault? chosen = null;
            foreach (var rule in _rules)
            {
                if (rule.Count(number, to) is { } fault)
                    chosen ??= fault;
            }

            return chosen;
        }
    }
}
