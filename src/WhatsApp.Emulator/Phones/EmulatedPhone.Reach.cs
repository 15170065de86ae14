namespace WhatsApp.Emulator;

/// <content>Whether messages get through to a person.</content>
public sealed partial class EmulatedPhone
{
    private readonly Lock _reach = new();
    private readonly Queue<OutgoingMessage> _held = new();
    private bool _isOnline = true;

    /// <summary>
    /// Whether the phone is switched on. Messages to one that is off stay at <c>sent</c>; those not expired meanwhile arrive when it is
    /// switched on again. Default true.
    /// </summary>
    public bool IsOnline
    {
        get
        {
            lock (_reach)
                return _isOnline;
        }

        set
        {
            OutgoingMessage[] held = [];
            lock (_reach)
            {
                _isOnline = value;
                if (value)
                {
                    held = [.. _held];
                    _held.Clear();
                }
            }

            foreach (var message in held)
                _cloud.StatusRuns.Arrive(message);
        }
    }

    /// <summary>Whether WhatsApp can be reached at all; otherwise messages fail with 131026. Default true.</summary>
    public bool IsReachable { get; set; } = true;

    /// <summary>Whether the person lets businesses see what was read; otherwise <c>read</c> and <c>played</c> never come. Default true.</summary>
    public bool HasReadReceipts { get; set; } = true;

    /// <summary>Holds a message back while the phone is off.</summary>
    internal bool Holds(OutgoingMessage message)
    {
        lock (_reach)
        {
            if (_isOnline)
                return false;
            _held.Enqueue(message);
            if (_held.Count > _cloud.Options.ChatCapacity)
                _held.Dequeue();
            return true;
        }
    }
}
