namespace WhatsApp.Client;

/// <summary>Walks over a template's components in the order they are written, so that paths name the place in the request.</summary>
internal readonly ref struct TemplateComponentChecks(MessageChecks checks)
{
    private const int MaxBody = 1024;
    private const int MaxCardBody = 160;
    private const int MaxCode = 15;

    private readonly MessageChecks _checks = checks;

    public void Check(TemplateMessage template)
    {
        var (body, buttons) = TemplateComponents.Parts(template);
        var next = 0;
        CheckNames(template);
        CheckHeaderAndBody("template", template.Header, body, MaxBody, ref next);
        if (template.OfferExpires is { } expires)
            CheckOffer(expires, ref next);
        if (template.OneTimePassword is { } code)
            CheckCode(template, code, next);
        CheckButtons("template", buttons, ref next);
        if (template.Cards.Count > 0)
            CheckCards(template.Cards, next++);
        foreach (var component in template.OtherComponents)
        {
            if (!RawObject.IsObject(component.Span))
                _checks.Add($"template.components[{next}]", MessageFaultKind.Malformed);
            next++;
        }
    }

    // A template has named or numbered variables, not both, whichever component they stand in.
    private void CheckNames(TemplateMessage template)
    {
        bool named = false, numbered = false;
        foreach (var parameter in template.Body)
            Note(parameter is TemplateParameter.Text, parameter?.ParameterName, ref named, ref numbered);
        if (template.Header is TemplateHeader.Text header)
            Note(true, header.ParameterName, ref named, ref numbered);
        if (named && numbered)
            _checks.Add("template.components[].parameters[].parameter_name", MessageFaultKind.Mixed);

        var seen = default(SeenTexts);
        for (var i = 0; i < template.Body.Count; i++)
        {
            if (template.Body[i]?.ParameterName is { Length: > 0 } name && !seen.Add(name))
                _checks.Add($"template.components[{(template.Header is null ? 0 : 1)}].parameters[{i}].parameter_name", MessageFaultKind.Duplicate);
        }

        static void Note(bool isText, string? name, ref bool named, ref bool numbered)
        {
            named |= name is not null;
            numbered |= isText && name is null;
        }
    }

    private void CheckHeaderAndBody(
        MessagePath path, TemplateHeader? header, IReadOnlyList<TemplateParameter> body, int maxBody, ref int next)
    {
        header?.Check(_checks, $"{path}.components[{next++}].parameters[0]");
        if (body.Count == 0)
            return;
        for (var i = 0; i < body.Count; i++)
        {
            if (body[i] is { } parameter)
                parameter.Check(_checks, $"{path}.components[{next}].parameters[{i}]", maxBody);
            else
                _checks.Add($"{path}.components[{next}].parameters[{i}]", MessageFaultKind.Missing);
        }

        next++;
    }

    private void CheckOffer(DateTimeOffset expires, ref int next)
    {
        if (expires <= DateTimeOffset.UnixEpoch)
            _checks.Add($"template.components[{next}].parameters[0].limited_time_offer.expiration_time_ms", MessageFaultKind.Malformed);
        next++;
    }

    private void CheckCode(TemplateMessage template, string code, int buttonIndex)
    {
        _checks.Length($"template.components[{buttonIndex}].parameters[0].text", code, MaxCode);
        if (template.Body.Count + template.Buttons.Count + template.Cards.Count > 0 || template.Header is not null || template.OfferExpires is not null)
            _checks.Add("template.components", MessageFaultKind.NotAllowed);
    }

    private void CheckButtons(MessagePath path, IReadOnlyList<TemplateButton> buttons, ref int next)
    {
        if (buttons.Count > TemplateButton.MaxButtons)
            _checks.Add($"{path}.components", MessageFaultKind.TooMany, TemplateButton.MaxButtons, buttons.Count);
        var seen = 0;
        foreach (var button in buttons)
        {
            _checks.Range($"{path}.components[{next}].index", button.Index, 0, TemplateButton.MaxButtons - 1);
            var bit = button.Index is >= 0 and < TemplateButton.MaxButtons ? 1 << button.Index : 0;
            if ((seen & bit) != 0)
                _checks.Add($"{path}.components[{next}].index", MessageFaultKind.Duplicate);
            seen |= bit;
            button.Check(_checks, $"{path}.components[{next}].parameters");
            next++;
        }

        CheckKinds(path, buttons);
    }

    private void CheckKinds(MessagePath path, IReadOnlyList<TemplateButton> buttons)
    {
        int urls = 0, codes = 0, calls = 0;
        foreach (var button in buttons)
        {
            urls += button is TemplateButton.Url ? 1 : 0;
            codes += button is TemplateButton.CopyCode ? 1 : 0;
            calls += button is TemplateButton.VoiceCall ? 1 : 0;
        }

        _checks.Count($"{path}.components[].sub_type(url)", urls, 0, 2);
        _checks.Count($"{path}.components[].sub_type(copy_code)", codes, 0, 1);
        _checks.Count($"{path}.components[].sub_type(voice_call)", calls, 0, 1);
    }

    private void CheckCards(IReadOnlyList<TemplateCard> cards, int component)
    {
        _checks.Count($"template.components[{component}].cards", cards.Count, 2, 10);
        for (var i = 0; i < cards.Count; i++)
        {
            MessagePath path = $"template.components[{component}].cards[{i}]";
            var next = 0;
            if (cards[i].Header is not (null or TemplateHeader.Image or TemplateHeader.Video or TemplateHeader.Product))
                _checks.Add($"{path}.components[0].parameters[0].type", MessageFaultKind.NotAllowed);
            else if (cards[i].Header?.GetType() != cards[0].Header?.GetType())
                _checks.Add($"{path}.components[0].parameters[0].type", MessageFaultKind.Mixed);
            CheckHeaderAndBody(path, cards[i].Header, cards[i].Body, MaxCardBody, ref next);
            CheckButtons(path, cards[i].Buttons, ref next);
        }
    }
}
