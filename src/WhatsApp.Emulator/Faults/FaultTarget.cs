namespace WhatsApp.Emulator;

/// <summary>Which calls a rule is for, or which one a call is. Null matches anything; a send has no edge.</summary>
internal sealed record FaultTarget(EmulatedNumber? Number, EmulatedPhone? To, string? Method, string? Edge)
{
    public bool Matches(FaultTarget call) =>
        (Number is null || Number == call.Number)
        && (To is null || To == call.To)
        && (Method is null || string.Equals(Method, call.Method, StringComparison.OrdinalIgnoreCase))
        && (Edge is null or "*" || Edge == call.Edge);
}
