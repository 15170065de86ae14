namespace WhatsApp.Emulator;

/// <summary>The buttons of a submitted template: kinds, counts, labels and order.</summary>
internal static class TemplateButtonChecks
{
    private static readonly Dictionary<string, int> Most = new(StringComparer.Ordinal)
    {
        ["QUICK_REPLY"] = 10, ["URL"] = 2, ["PHONE_NUMBER"] = 1, ["COPY_CODE"] = 1, ["VOICE_CALL"] = 1, ["FLOW"] = 1, ["CATALOG"] = 1, ["MPM"] = 1, ["SPM"] = 1,
        ["OTP"] = 1, ["CALL_PERMISSION_REQUEST"] = 1, ["REQUEST_CONTACT_INFO"] = 1, ["ORDER_DETAILS"] = 1, ["APP"] = 1,
    };

    public static void Check(Param component)
    {
        var types = new List<string>();
        foreach (var button in component.NeedItems("buttons", 1, 10))
        {
            var type = button.NeedText("type", 100).ToUpperInvariant();
            if (!Most.TryGetValue(type, out var most))
                throw TemplateFaults.Invalid($"Param {button.Path}['type'] must be one of {{{string.Join(", ", Most.Keys)}}} - got \"{type}\".");
            types.Add(type);
            if (types.Count(known => known == type) > most)
                throw TemplateFaults.Invalid($"Param {component.Path}['buttons'] may have at most {most} of type {type}.");
            CheckButton(button, type);
        }

        // All quick replies before or after the rest.
        var changes = types.Zip(types.Skip(1), (one, next) => (one == "QUICK_REPLY") != (next == "QUICK_REPLY")).Count(isChange => isChange);
        if (changes > 1)
            throw TemplateFaults.Invalid($"Param {component.Path}['buttons'] must keep quick replies together.");
    }

    private static void CheckButton(Param button, string type)
    {
        if (type is "QUICK_REPLY" or "URL" or "PHONE_NUMBER" or "FLOW" or "VOICE_CALL" or "CATALOG" or "MPM")
        {
            if (button.NeedText("text", 1_000).EnumerateRunes().Count() > 25)
                throw TemplateFaults.TooLong("A button label", 25);
        }

        switch (type)
        {
            case "URL":
                CheckUrl(button);
                break;
            case "PHONE_NUMBER":
                if (RecipientIds.PhoneDigits(button.NeedText("phone_number", 20)) is null)
                    throw TemplateFaults.Invalid($"Param {button.Path}['phone_number'] is not a phone number.");
                break;
            case "COPY_CODE":
                if (button.Find("example") is null)
                    throw TemplateFaults.Invalid($"Param {button.Path}['example'] is needed.");
                break;
            case "FLOW":
                if (button.Find("flow_id") is null && button.Find("flow_name") is null && button.Find("flow_json") is null)
                    throw TemplateFaults.Invalid($"Param {button.Path}['flow_id'] is needed.");
                break;
        }
    }

    private static void CheckUrl(Param button)
    {
        var url = TemplateText.Of(button.NeedText("url", 2_000));
        if (!MediaRules.IsWebAddress(url.Fill(url.Variables.ToDictionary(name => name, _ => "x", StringComparer.Ordinal))))
            throw TemplateFaults.Invalid($"Param {button.Path}['url'] is not a valid URI.");
        if (url.Variables.Count > 1 || (url.Variables.Count == 1 && !url.Text.TrimEnd().EndsWith("}}", StringComparison.Ordinal)))
            throw TemplateFaults.Invalid($"Param {button.Path}['url'] may have one variable, at its end.");
        if (url.Variables.Count == 1 && button.Find("example") is null)
            throw TemplateFaults.Invalid($"Param {button.Path}['example'] is needed.");
    }
}
