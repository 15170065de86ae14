namespace WhatsApp.Emulator;

/// <summary>Messages about calls need calling switched on.</summary>
internal static class CallRules
{
    public static void RequireCalling(EmulatedNumber number)
    {
        if (!number.Settings.HasCalling)
            throw new GraphException(GraphError.Of(138000, "Calling is not enabled for this number."));
    }

    public static void CheckButton(Param action, EmulatedNumber number)
    {
        if (action.FindObject("parameters") is { } parameters)
        {
            parameters.AllowOnly("display_text", "ttl_minutes", "payload");
            parameters.FindText("display_text", 20);
            parameters.FindWhole("ttl_minutes", 1, 43_200);
            parameters.FindText("payload", 512);
        }

        RequireCalling(number);
    }
}
