namespace WhatsApp.Client;

/// <summary>How a choice of a flow looks.</summary>
public enum FlowChoiceKind
{
    /// <summary>One of a list that is shown.</summary>
    Radio,

    /// <summary>Several of a list that is shown.</summary>
    Checkboxes,

    /// <summary>One of a list that opens.</summary>
    Dropdown,

    /// <summary>Several of some short words, from version 6.3 on.</summary>
    Chips,
}
