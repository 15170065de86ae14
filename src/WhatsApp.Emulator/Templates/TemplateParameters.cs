using System.Globalization;

namespace WhatsApp.Emulator;

/// <summary>Whether the parameters of a send are those its template asks for.</summary>
internal static class TemplateParameters
{
    public static void Check(IReadOnlyList<Param> components, EmulatedTemplate template, EmulatedNumber number, EmulatedCloud cloud) =>
        Check(components, template.Shape, template, number, cloud);

    private static void Check(IReadOnlyList<Param> components, TemplateShape shape, EmulatedTemplate template, EmulatedNumber number, EmulatedCloud cloud)
    {
        CheckHeader(Find(components, "header"), shape, template, number, cloud);
        CheckTexts("body", Find(components, "body"), shape.Body, template);
        CheckButtons([.. components.Where(component => Is(component, "button"))], shape);
        if (shape.HasOffer && Find(components, "limited_time_offer") is null && shape.Buttons.Any(button => button.Type == "COPY_CODE"))
            throw Format("limited_time_offer: a parameter with expiration_time_ms is expected");
        if (shape.Cards.Count == 0)
            return;

        var cards = Find(components, "carousel")?.NeedItems("cards", 0, 10) ?? [];
        if (cards.Count != shape.Cards.Count)
            throw new GraphException(GraphError.Of(132000, $"carousel: number of cards ({cards.Count}) does not match the expected number of cards ({shape.Cards.Count})"));
        foreach (var card in cards)
        {
            var index = card.FindWhole("card_index", 0, shape.Cards.Count - 1) ?? throw new GraphException(GraphError.Missing($"{card.Path}['card_index']"));
            Check(card.NeedItems("components", 0, 10), shape.Cards[index], template, number, cloud);
        }
    }

    private static void CheckHeader(Param? header, TemplateShape shape, EmulatedTemplate template, EmulatedNumber number, EmulatedCloud cloud)
    {
        if (shape.HeaderFormat is null or "TEXT")
        {
            CheckTexts("header", header, shape.HeaderText, template);
            return;
        }

        var kind = shape.HeaderFormat.ToLowerInvariant();
        var parameters = Parameters(header);
        if (parameters.Count != 1)
            throw Count("header", parameters.Count, 1);
        var type = parameters[0].NeedText("type", 100).ToLowerInvariant();
        if (type != kind && !(kind == "gif" && type == "video"))
            throw Format($"header: Format mismatch, expected {shape.HeaderFormat}, received {type.ToUpperInvariant()}");
        if (kind is "image" or "video" or "document" or "gif")
            MediaRules.CheckSource(parameters[0].NeedObject(type), number, cloud);
        else
            parameters[0].NeedObject(type);
    }

    private static void CheckTexts(string where, Param? component, TemplateText? text, EmulatedTemplate template)
    {
        var expected = text?.Variables ?? [];
        var parameters = Parameters(component);
        if (parameters.Count != expected.Count)
            throw Count(where, parameters.Count, expected.Count);
        foreach (var parameter in parameters)
        {
            switch (parameter.NeedText("type", 100).ToLowerInvariant())
            {
                case "text":
                    parameter.NeedText("text", 32_768);
                    break;
                case "currency" when where == "body":
                    var money = parameter.NeedObject("currency");
                    money.NeedText("fallback_value", 1_000);
                    money.NeedText("code", 3);
                    money.Need("amount_1000");
                    break;
                case "date_time" when where == "body":
                    parameter.NeedObject("date_time").NeedText("fallback_value", 1_000);
                    break;
                case var type:
                    throw Format($"{where}: Format mismatch, expected TEXT, received {type.ToUpperInvariant()}");
            }
        }

        if (!template.IsNamed)
            return;
        foreach (var parameter in parameters)
        {
            var name = parameter.FindText("parameter_name", 200) ?? throw Format($"{where}: Parameter name is missing or empty");
            if (!expected.Contains(name))
                throw Format($"{where}: Parameter name {name} is not one of the template");
        }
    }

    private static void CheckButtons(Param[] given, TemplateShape shape)
    {
        var indexes = new HashSet<int>();
        foreach (var button in given)
        {
            var index = Index(button);
            if (index >= shape.Buttons.Count)
                throw Format($"Button at index {index} does not exist in the template");
            if (!indexes.Add(index))
                throw Format($"Button at index {index} is given twice");
            CheckButton(button, index, shape.Buttons[index]);
        }

        for (var i = 0; i < shape.Buttons.Count; i++)
        {
            if (shape.Buttons[i].NeedsParameter && !indexes.Contains(i))
                throw new GraphException(GraphError.Of(131008, $"Button at index {i} of type {shape.Buttons[i].SubType} requires a parameter"));
        }
    }

    private static void CheckButton(Param given, int index, TemplateButton button)
    {
        var subType = given.NeedText("sub_type", 100).ToLowerInvariant();
        if (subType != button.SubType && !(button.Type == "OTP" && subType == "copy_code"))
            throw Format($"Button at index {index}: Format mismatch, expected {button.SubType}, received {subType}");
        if (!button.MayHaveParameter)
            throw Count($"button {index}", Parameters(given).Count, 0);
        foreach (var parameter in Parameters(given))
        {
            switch (subType)
            {
                case "quick_reply":
                    if (parameter.NeedText("type", 100) != "payload")
                        throw Format($"Button at index {index}: Format mismatch, expected PAYLOAD");
                    parameter.NeedText("payload", 256);
                    break;
                case "copy_code":
                    if (parameter.NeedText("coupon_code", 15).Any(c => !char.IsAsciiLetterOrDigit(c)))
                        throw new GraphException(GraphError.Of(132008, $"Button at index {index}: a coupon code has letters and digits only"));
                    break;
                case "url":
                    parameter.NeedText("text", button.Type == "OTP" ? 15 : 2_000);
                    break;
            }
        }
    }

    /// <summary>Documented as text, numbers are taken too.</summary>
    private static int Index(Param button) =>
        int.TryParse(button.Need("index").Value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : throw button.Need("index").Wrong("must be a number");

    private static Param? Find(IReadOnlyList<Param> components, string type) => components.FirstOrDefault(component => Is(component, type));

    private static bool Is(Param component, string type) => component.NeedText("type", 100).Equals(type, StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Param> Parameters(Param? component) => component?.Find("parameters") is null ? [] : component.NeedItems("parameters", 0, 100);

    private static GraphException Count(string where, int given, int expected) =>
        new(GraphError.Of(132000, $"{where}: number of localizable_params ({given}) does not match the expected number of params ({expected})"));

    private static GraphException Format(string details) => new(GraphError.Of(132012, details));
}
