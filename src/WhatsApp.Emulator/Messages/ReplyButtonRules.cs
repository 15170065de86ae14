namespace WhatsApp.Emulator;

/// <summary>One to three reply buttons with unique ids and titles.</summary>
internal static class ReplyButtonRules
{
    public static void Check(Param action)
    {
        action.AllowOnly("buttons");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var button in action.NeedItems("buttons", 1, 3))
        {
            button.AllowOnly("type", "reply");
            if (button.NeedText("type", 100) != "reply")
                throw new GraphException(GraphError.Invalid($"Param {button.Path}['type'] must be reply."));
            var reply = button.NeedObject("reply");
            reply.AllowOnly("id", "title");
            if (!ids.Add(reply.NeedLabel("id", 256)))
                throw new GraphException(GraphError.Invalid($"Param {reply.Path}['id'] is used twice."));
            if (!titles.Add(reply.NeedLabel("title", 20)))
                throw new GraphException(GraphError.Invalid($"Param {reply.Path}['title'] is used twice."));
        }
    }
}
