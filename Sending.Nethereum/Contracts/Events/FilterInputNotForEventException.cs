namespace Nethereum.Contracts;

/// <summary>The filter asks for another event or for another contract.</summary>
public class FilterInputNotForEventException : Exception
{
    public FilterInputNotForEventException()
        : base("The filter asks for another event or for another contract: make it with CreateFilterInput of the same event.")
    {
    }
}
