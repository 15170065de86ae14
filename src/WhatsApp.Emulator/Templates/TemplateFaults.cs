namespace WhatsApp.Emulator;

/// <summary>What is wrong with a submitted template: code 100 with the subcode that tells what.</summary>
internal static class TemplateFaults
{
    public static GraphException NotEditable(string why) => Of(2388039, "Template cannot be edited", why);

    public static GraphException TooLong(string part, int max) => Of(2388040, "Character limit exceeded", $"{part} must be at most {max} characters long.");

    public static GraphException Header(string why) => Of(2388047, "Header format is incorrect", why);

    public static GraphException Body(string why) => Of(2388072, "Body format is incorrect", why);

    public static GraphException Footer(string why) => Of(2388073, "Footer format is incorrect", why);

    public static GraphException TooManyVariables() => Of(2388293, "Too many variables", "The template has too many variables for the length of its text.");

    public static GraphException VariableAtEdge() => Of(2388299, "Variable at start or end", "The body must not begin or end with a variable.");

    public static GraphException TooMany(int max) => Of(2388019, "Template limit reached", $"The account has {max} templates already.");

    public static GraphException Exists() => Of(2388024, "Content in this language already exists", "There is a template with this name and language already.");

    public static GraphException NameBlocked() => Of(2388023, "Name is being deleted", "A template with this name was deleted; the name can be used again after 30 days.");

    public static GraphException Invalid(string why) => new(GraphError.Unsupported(why));

    private static GraphException Of(int subcode, string title, string why) =>
        new(new GraphError(100, 400, "Invalid parameter", why) { Subcode = subcode, UserTitle = title, IsWhatsApp = false });
}
