using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>Who has stopped marketing messages of a number.</summary>
internal sealed class MarketingPreferences
{
    private readonly ConcurrentDictionary<EmulatedPhone, byte> _stopped = new();

    public bool Stopped(EmulatedPhone phone) => !_stopped.IsEmpty && _stopped.ContainsKey(phone);

    public void Set(EmulatedPhone phone, bool wantsMarketing)
    {
        if (wantsMarketing)
            _stopped.TryRemove(phone, out _);
        else
            _stopped[phone] = 0;
    }
}
